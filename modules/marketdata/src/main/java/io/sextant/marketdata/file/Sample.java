package io.sextant.marketdata.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The first rows of a text as cells, from which its layout is told. */
final class Sample {

    private final byte separator;
    private final int skippedLines;
    private final List<String> headings;
    private final List<String[]> rows;

    private Sample(byte separator, int skippedLines, List<String> headings, List<String[]> rows) {
        this.separator = separator;
        this.skippedLines = skippedLines;
        this.headings = headings;
        this.rows = rows;
    }

    /** {@code lines} with the place of each in the text, blank ones left out. */
    static Sample of(List<byte[]> lines, List<Long> numbers) {
        if (lines.isEmpty()) {
            throw new FileProblem("it holds no rows");
        }
        Separators.Found found = Separators.in(lines);
        List<String[]> rows = new ArrayList<>();
        for (int i = found.firstRow(); i < lines.size(); i++) {
            String[] cells = cells(lines.get(i), found.separator());
            if (cells.length == found.cells() || rows.isEmpty()) {
                rows.add(cells);
            }
        }
        List<String> headings = List.of();
        int skipped = Math.toIntExact(numbers.get(found.firstRow())) - 1;
        if (isHeading(rows.getFirst())) {
            headings = List.of(rows.removeFirst());
            skipped++;
        }
        if (rows.isEmpty()) {
            throw new FileProblem("it holds a heading and no rows");
        }
        return new Sample(found.separator(), skipped, headings, rows);
    }

    private static String[] cells(byte[] line, byte separator) {
        Cells cells = new Cells();
        cells.split(line, 0, line.length, separator);
        String[] texts = new String[cells.count()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = cells.text(i);
        }
        return texts;
    }

    /** A heading has words and neither numbers nor times. */
    private static boolean isHeading(String[] row) {
        boolean words = false;
        for (String cell : row) {
            if (!cell.isEmpty()
                    && (isNumber(cell) || TimeFormats.of(List.of(cell), "").isPresent())) {
                return false;
            }
            words |= !cell.isEmpty();
        }
        return words;
    }

    /** With either mark of decimals. */
    static boolean isNumber(String cell) {
        return !cell.isEmpty() && (!Double.isNaN(number(cell, false)) || !Double.isNaN(number(cell, true)));
    }

    static double number(String cell, boolean decimalComma) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        return new NumberText(decimalComma).parse(bytes, 0, bytes.length);
    }

    byte separator() {
        return separator;
    }

    int skippedLines() {
        return skippedLines;
    }

    boolean hasHeadings() {
        return !headings.isEmpty();
    }

    String heading(int column) {
        return column < headings.size() ? headings.get(column) : "";
    }

    int columns() {
        return rows.getFirst().length;
    }

    int rows() {
        return rows.size();
    }

    String cell(int row, int column) {
        String[] cells = rows.get(row);
        return column < cells.length ? cells[column] : "";
    }

    /** The cells of a column that are not blank. */
    List<String> filled(int column) {
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String cell = cell(row, column);
            if (!cell.isEmpty()) {
                cells.add(cell);
            }
        }
        return cells;
    }

    /** Nearly all that is there are numbers. */
    boolean isNumeric(int column) {
        List<String> cells = filled(column);
        return !cells.isEmpty() && cells.stream().filter(Sample::isNumber).count() >= 0.9 * cells.size();
    }

    /** Whether decimals stand behind a comma: more cells read only that way than only the other. */
    boolean hasDecimalCommas(List<Integer> columns) {
        int commas = 0;
        int points = 0;
        for (int column : columns) {
            for (String cell : filled(column)) {
                boolean withComma = !Double.isNaN(number(cell, true));
                boolean withPoint = !Double.isNaN(number(cell, false));
                commas += withComma && !withPoint ? 1 : 0;
                points += withPoint && !withComma ? 1 : 0;
            }
        }
        return commas > points;
    }
}
