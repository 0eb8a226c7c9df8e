package io.sextant.marketdata.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of rows and columns as what stands in it, without a guess at prices or times: cells by heading, numbers where they are numbers.
 * Plain, gz or zip with one file. A first row without any number is the heading; without one columns are called 1, 2, 3.
 */
public final class NumberTable {

    /** Enough lines to tell separator and heading. */
    private static final int SAMPLE_LINES = 50;

    private final List<String> headings;
    private final List<String[]> rows;
    private final Map<String, Integer> places = new HashMap<>();

    private NumberTable(List<String> headings, List<String[]> rows) {
        this.headings = List.copyOf(headings);
        this.rows = rows;
        for (int i = 0; i < headings.size(); i++) {
            places.putIfAbsent(headings.get(i), i);
        }
    }

    public static NumberTable read(Path file) {
        List<NumberTable> tables = new ArrayList<>();
        FileContents.read(file, bytes -> {}, (name, text) -> tables.add(of(file, text)));
        if (tables.size() != 1) {
            throw new FileProblem("The archive " + file + " holds " + tables.size() + " files, not one.");
        }
        return tables.getFirst();
    }

    private static NumberTable of(Path file, InputStream text) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        Lines reader = new Lines(text);
        while (reader.next()) {
            if (!reader.isBlank()) {
                requireText(file, reader);
                lines.add(Arrays.copyOfRange(reader.bytes(), reader.start(), reader.end()));
            }
        }
        if (lines.isEmpty()) {
            throw new FileProblem("The file " + file + " holds no rows.");
        }
        byte separator = separator(lines.subList(0, Math.min(SAMPLE_LINES, lines.size())));
        List<String[]> rows = new ArrayList<>(lines.size());
        Cells cells = new Cells();
        for (byte[] line : lines) {
            cells.split(line, 0, line.length, separator);
            String[] row = new String[cells.count()];
            Arrays.setAll(row, cells::text);
            rows.add(row);
        }
        String[] first = rows.getFirst();
        if (Arrays.stream(first).noneMatch(Sample::isNumber)) {
            rows.removeFirst();
            return new NumberTable(List.of(first), rows);
        }
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= first.length; i++) {
            numbers.add(Integer.toString(i));
        }
        return new NumberTable(numbers, rows);
    }

    /** No text holds a zero byte, and nearly everything else does. */
    private static void requireText(Path file, Lines line) {
        for (int i = line.start(); i < line.end(); i++) {
            if (line.bytes()[i] == 0) {
                throw new FileProblem("The file " + file + " is no text in UTF-8 or ASCII.");
            }
        }
    }

    /** A file of one column has none. */
    private static byte separator(List<byte[]> lines) {
        try {
            return Separators.in(lines).separator();
        } catch (FileProblem oneColumn) {
            return ',';
        }
    }

    public List<String> headings() {
        return headings;
    }

    public int rows() {
        return rows.size();
    }

    public boolean has(String heading) {
        return places.containsKey(heading);
    }

    /** NaN where a cell is no number. */
    public double[] numbers(String heading) {
        int column = place(heading);
        double[] numbers = new double[rows.size()];
        NumberText reader = new NumberText(false);
        for (int i = 0; i < numbers.length; i++) {
            byte[] cell = cell(i, column).getBytes(StandardCharsets.UTF_8);
            numbers[i] = reader.parse(cell, 0, cell.length);
        }
        return numbers;
    }

    /** Blank where a row is too short. */
    public String[] texts(String heading) {
        int column = place(heading);
        String[] texts = new String[rows.size()];
        Arrays.setAll(texts, i -> cell(i, column));
        return texts;
    }

    /** UTC nanoseconds of the first column that is named like a time and reads as one in every row; empty where none does. */
    public Optional<long[]> findTimesNanos() {
        for (ColumnRole wanted : List.of(ColumnRole.TIME, ColumnRole.END_TIME)) {
            for (String heading : headings) {
                if (ColumnRole.ofHeading(heading) == wanted) {
                    Optional<long[]> times = timesNanos(heading);
                    if (times.isPresent()) {
                        return times;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<long[]> timesNanos(String heading) {
        String[] texts = texts(heading);
        List<String> sample = Arrays.stream(texts).limit(SAMPLE_LINES).toList();
        Optional<TimeFormat> format = TimeFormats.of(sample, heading);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        TimeText reader = new TimeText(format.orElseThrow(), ZoneOffset.UTC, false);
        long[] times = new long[texts.length];
        long before = TimeText.NONE;
        for (int i = 0; i < times.length; i++) {
            byte[] cell = texts[i].strip().getBytes(StandardCharsets.UTF_8);
            times[i] = reader.parse(cell, 0, cell.length, before);
            before = times[i];
            if (before == TimeText.NONE) {
                return Optional.empty();
            }
        }
        return Optional.of(times);
    }

    private String cell(int row, int column) {
        String[] cells = rows.get(row);
        return column < cells.length ? cells[column] : "";
    }

    private int place(String heading) {
        Integer place = places.get(heading);
        if (place == null) {
            throw new FileProblem("There is no column " + heading + "; the file has " + shown() + ".");
        }
        return place;
    }

    private String shown() {
        int most = 12;
        String names = printable(String.join(", ", headings.subList(0, Math.min(most, headings.size()))));
        return headings.size() > most ? names + " and " + (headings.size() - most) + " more" : names;
    }

    /** A file decides nothing about a terminal that shows its headings. */
    private static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
