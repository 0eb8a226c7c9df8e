package io.sextant.marketdata.macro;

import io.sextant.domain.source.Observation;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads series as FRED writes them: a date column and a value column, missing figures as a dot. A third column named
 * {@code known} or {@code realtime_start} says when a figure came out; where there is none, the reader must say how long after the
 * beginning of its period a figure is usually published, since a file without it hides that. In a calendar the column is named
 * {@code announced}: its days may be known before they come. The heading says what separates the cells, and a line with another
 * number of them is set aside: a figure cut in two at its comma would be read as another figure.
 */
public final class MacroCsv {

    private static final List<String> MISSING = List.of("", ".", "NA", "NaN", "null");
    private static final List<String> KNOWN_COLUMNS = List.of("known", "realtime_start", "release_date");
    private static final Pattern FIGURE = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Of a calendar, whose days are known before they come. */
    private static final String ANNOUNCED = "announced";

    private final CsvLine line;
    private final List<String> head;
    private final int known;
    private final boolean decimalComma;
    private final Period releaseLag;

    private MacroCsv(List<String> lines, Period releaseLag) {
        String heading = heading(lines.getFirst());
        this.releaseLag = releaseLag;
        line = CsvLine.ofHeading(heading);
        head = line.cells(heading);
        if (head.size() < 2) {
            throw new IllegalArgumentException(
                    "the first line names a date column and a value column, not '" + heading + "'");
        }
        known = knownColumn(head);
        decimalComma = line.separator() != ',' && lines.stream().skip(1).anyMatch(this::hasDecimalComma);
    }

    /**
     * What was read, and the lines that could not be, each with its reason.
     *
     * @param dated whether the source itself says when its figures came out
     */
    public record Reading(MacroSeries series, boolean dated, List<BadLine> badLines, int missing) {}

    public record BadLine(int number, String reason) {}

    /** Lines of a file; {@code releaseLag} counts from the period's first day. The series is named by its value column. */
    public static Reading read(List<String> lines, Period releaseLag) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the file is empty");
        }
        return new MacroCsv(lines, releaseLag).read(lines);
    }

    /** Whether the file itself says when its figures came out. */
    public static boolean saysWhenKnown(String head) {
        String heading = heading(head);
        return knownColumn(CsvLine.ofHeading(heading).cells(heading)) >= 0;
    }

    /** A day's figures count from its end: most come out during the day, and a feature must not know them in its morning. */
    public static long knownNanos(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L;
    }

    private Reading read(List<String> lines) {
        List<Observation> read = new ArrayList<>();
        List<BadLine> bad = new ArrayList<>();
        int missing = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                List<String> cells = cells(lines.get(i));
                if (MISSING.contains(cells.get(1))) {
                    missing++;
                } else {
                    read.add(observation(cells));
                }
            } catch (IllegalArgumentException | DateTimeParseException e) {
                bad.add(new BadLine(i + 1, String.valueOf(e.getMessage())));
            }
        }
        return new Reading(new MacroSeries(head.get(1), read), known >= 0, List.copyOf(bad), missing);
    }

    private List<String> cells(String text) {
        List<String> cells = line.cells(text);
        if (cells.size() != head.size()) {
            throw new IllegalArgumentException("it has " + cells.size() + " cells and the heading has " + head.size());
        }
        return cells;
    }

    private Observation observation(List<String> cells) {
        LocalDate period = LocalDate.parse(cells.get(0));
        LocalDate day = known < 0 ? period.plus(releaseLag) : LocalDate.parse(cells.get(known));
        boolean announced = known >= 0 && head.get(known).equalsIgnoreCase(ANNOUNCED);
        if (day.isBefore(period) && !announced) {
            throw new IllegalArgumentException("it says it was known on " + day + ", before its period " + period);
        }
        return new Observation(period, knownNanos(day), figure(cells.get(1)));
    }

    private double figure(String cell) {
        // Where one line writes a decimal comma, a point elsewhere would be one between thousands.
        String plain = decimalComma ? cell.replace('.', '\'').replace(',', '.') : cell;
        if (!FIGURE.matcher(plain).matches()) {
            throw new IllegalArgumentException("'" + cell + "' is not a number");
        }
        return Double.parseDouble(plain);
    }

    private boolean hasDecimalComma(String text) {
        try {
            List<String> cells = line.cells(text);
            return cells.size() > 1 && cells.get(1).indexOf(',') >= 0;
        } catch (IllegalArgumentException setAsideLater) {
            return false;
        }
    }

    private static String heading(String first) {
        return !first.isEmpty() && first.charAt(0) == BYTE_ORDER_MARK ? first.substring(1) : first;
    }

    private static int knownColumn(List<String> head) {
        for (int i = 2; i < head.size(); i++) {
            String name = head.get(i).toLowerCase(Locale.ROOT);
            if (KNOWN_COLUMNS.contains(name) || name.equals(ANNOUNCED)) {
                return i;
            }
        }
        return -1;
    }
}
