package io.sextant.marketdata.macro;

import io.sextant.domain.source.Observation;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads series as FRED writes them: a date column and a value column, missing figures as a dot. A third column named
 * {@code known} or {@code realtime_start} says when a figure came out; where there is none, the reader must say how long after the
 * beginning of its period a figure is usually published, since a file without it hides that. In a calendar the column is named
 * {@code announced}: its days may be known before they come.
 */
public final class MacroCsv {

    private static final Pattern SEPARATOR = Pattern.compile("[,;\t]");
    private static final List<String> MISSING = List.of("", ".", "NA", "NaN", "null");
    private static final List<String> KNOWN_COLUMNS = List.of("known", "realtime_start", "release_date");

    /** Of a calendar, whose days are known before they come. */
    private static final String ANNOUNCED = "announced";

    private MacroCsv() {}

    /** What was read, and the lines that could not be, each with its reason. */
    public record Reading(MacroSeries series, List<BadLine> badLines, int missing) {}

    public record BadLine(int number, String reason) {}

    /** Lines of a file; {@code releaseLag} counts from the period's first day. The series is named by its value column. */
    public static Reading read(List<String> lines, Period releaseLag) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the file is empty");
        }
        String[] head = cells(lines.getFirst());
        if (head.length < 2) {
            throw new IllegalArgumentException(
                    "the first line names a date column and a value column, not '" + lines.getFirst() + "'");
        }
        int known = knownColumn(head);
        boolean announced = known >= 0 && head[known].equalsIgnoreCase(ANNOUNCED);
        List<Observation> read = new ArrayList<>();
        List<BadLine> bad = new ArrayList<>();
        int missing = 0;
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = cells(lines.get(i));
            if (cells.length == 1 && cells[0].isEmpty()) {
                continue;
            }
            if (cells.length > 1 && MISSING.contains(cells[1])) {
                missing++;
                continue;
            }
            try {
                read.add(observation(cells, known, announced, releaseLag));
            } catch (IllegalArgumentException | DateTimeParseException e) {
                bad.add(new BadLine(i + 1, String.valueOf(e.getMessage())));
            }
        }
        return new Reading(new MacroSeries(head[1], read), List.copyOf(bad), missing);
    }

    /** Whether the file itself says when its figures came out. */
    public static boolean saysWhenKnown(String head) {
        return knownColumn(cells(head)) >= 0;
    }

    private static Observation observation(String[] cells, int known, boolean announced, Period releaseLag) {
        if (cells.length < 2 || cells.length <= known) {
            throw new IllegalArgumentException("it has " + cells.length + " columns");
        }
        LocalDate period = LocalDate.parse(cells[0]);
        LocalDate day = known < 0 ? period.plus(releaseLag) : LocalDate.parse(cells[known]);
        if (day.isBefore(period) && !announced) {
            throw new IllegalArgumentException("it says it was known on " + day + ", before its period " + period);
        }
        double value;
        try {
            value = Double.parseDouble(cells[1]);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + cells[1] + "' is not a number", e);
        }
        return new Observation(period, knownNanos(day), value);
    }

    /** A day's figures count from its end: most come out during the day, and a feature must not know them in its morning. */
    public static long knownNanos(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L;
    }

    private static int knownColumn(String[] head) {
        for (int i = 2; i < head.length; i++) {
            String name = head[i].toLowerCase(java.util.Locale.ROOT);
            if (KNOWN_COLUMNS.contains(name) || name.equals(ANNOUNCED)) {
                return i;
            }
        }
        return -1;
    }

    private static String[] cells(String line) {
        String[] cells = SEPARATOR.split(line, -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].replace("\"", "").replace("\uFEFF", "").trim();
        }
        return cells;
    }
}
