package io.sextant.marketdata.file;

import io.sextant.marketdata.file.TimeFormat.Civil;
import io.sextant.marketdata.file.TimeFormat.Civil.Order;
import io.sextant.marketdata.file.TimeFormat.Epoch;
import io.sextant.marketdata.file.TimeFormat.Epoch.Unit;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells how a column writes its times from some of its cells. */
final class TimeFormats {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}([.,]\\d{1,9})?");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?");
    private static final Pattern SPLIT_DATE =
            Pattern.compile("\\d{1,2}[/.-](\\d{1,2}|[A-Za-z]{3,9})[/.-](\\d{4}|\\d{2})\\b.*");
    private static final Pattern NAMED_MONTH_FIRST = Pattern.compile("[A-Za-z]{3,9}\\.? \\d{1,2},? \\d{4}\\b.*");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("\\d{4}[-/.](\\d{1,2}|[A-Za-z]{3,9})[-/.]\\d{1,2}\\b.*|\\d{4}-\\d{2}-\\d{2}[T_].*");
    private static final Pattern COMPACT =
            Pattern.compile("(19|20|21)\\d{6}([ T_]?\\d{2}:?\\d{2}(:?\\d{2})?(\\.\\d{1,9})?)?");

    private static final double PLAUSIBLE_SECONDS_MIN = 1e8;

    private TimeFormats() {}

    static boolean isClock(List<String> cells) {
        return !cells.isEmpty()
                && cells.stream().allMatch(cell -> CLOCK.matcher(cell).matches());
    }

    /** The format that reads nearly all of the cells; {@code heading} may name a unit and is empty where there is none. */
    static Optional<TimeFormat> of(List<String> cells, String heading) {
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        if (most(cells, COMPACT) && readsMost(cells, new Civil(Order.COMPACT))) {
            return Optional.of(new Civil(Order.COMPACT));
        }
        if (most(cells, NUMBER)) {
            return epoch(cells, heading);
        }
        if (most(cells, YEAR_FIRST)) {
            return checked(cells, new Civil(Order.YEAR_FIRST));
        }
        if (most(cells, NAMED_MONTH_FIRST)) {
            return checked(cells, new Civil(Order.MONTH_FIRST));
        }
        return most(cells, SPLIT_DATE) ? splitDate(cells) : Optional.empty();
    }

    private static Optional<TimeFormat> epoch(List<String> cells, String heading) {
        String name = ColumnRole.plain(heading);
        for (Unit unit : Unit.values()) {
            if (saysUnit(name, unit)) {
                return Optional.of(new Epoch(unit));
            }
        }
        double largest = 0;
        for (String cell : cells) {
            if (NUMBER.matcher(cell).matches()) {
                largest = Math.max(largest, Math.abs(Double.parseDouble(cell.replace(',', '.'))));
            }
        }
        if (largest < PLAUSIBLE_SECONDS_MIN) {
            return Optional.empty();
        }
        return checked(cells, new Epoch(unitOf(largest)));
    }

    /** Seconds, milliseconds and so on of any year from 1973 to 5138 do not overlap. */
    private static Unit unitOf(double largest) {
        if (largest < 1e11) {
            return Unit.SECONDS;
        }
        if (largest < 1e14) {
            return Unit.MILLISECONDS;
        }
        return largest < 1e17 ? Unit.MICROSECONDS : Unit.NANOSECONDS;
    }

    private static boolean saysUnit(String name, Unit unit) {
        return switch (unit) {
            case SECONDS -> name.endsWith("unixs") || name.endsWith("sec") || name.endsWith("seconds");
            case MILLISECONDS -> name.endsWith("ms") || name.endsWith("millis") || name.endsWith("milliseconds");
            case MICROSECONDS -> name.endsWith("timeus") || name.endsWith("timestampus") || name.endsWith("micros");
            case NANOSECONDS -> name.endsWith("timens") || name.endsWith("timestampns") || name.endsWith("nanos");
        };
    }

    /** A first number above 12 is a day, and so is a second one; where all are below, points say day first, slashes the month. */
    private static Optional<TimeFormat> splitDate(List<String> cells) {
        boolean firstAboveTwelve = false;
        boolean secondAboveTwelve = false;
        boolean named = false;
        boolean slashes = false;
        for (String cell : cells) {
            String[] parts = cell.split("[/.-]", 3);
            if (parts.length < 3) {
                continue;
            }
            slashes |= cell.indexOf('/') >= 0;
            named |= Character.isLetter(parts[1].charAt(0));
            firstAboveTwelve |= isAboveTwelve(parts[0]);
            secondAboveTwelve |= isAboveTwelve(parts[1]);
        }
        boolean monthFirst =
                !named && !firstAboveTwelve && (secondAboveTwelve || (slashes && !dayFirstKeepsOrder(cells)));
        return checked(cells, new Civil(monthFirst ? Order.MONTH_FIRST : Order.DAY_FIRST));
    }

    /** Twelve days or fewer of a file: whichever reading lets time go one way. */
    private static boolean dayFirstKeepsOrder(List<String> cells) {
        return turns(cells, new Civil(Order.DAY_FIRST)) < turns(cells, new Civil(Order.MONTH_FIRST));
    }

    private static int turns(List<String> cells, TimeFormat format) {
        TimeText times = new TimeText(format, ZoneOffset.UTC, false);
        int turns = 0;
        long before = TimeText.NONE;
        int direction = 0;
        for (String cell : cells) {
            long time = parse(times, cell);
            int step = before == TimeText.NONE ? 0 : Long.compare(time, before);
            if (step != 0 && direction != 0 && step != direction) {
                turns++;
            }
            direction = step == 0 ? direction : step;
            before = time;
        }
        return turns;
    }

    private static boolean isAboveTwelve(String part) {
        return part.length() <= 2
                && !part.isEmpty()
                && Character.isDigit(part.charAt(0))
                && Integer.parseInt(part) > 12;
    }

    private static Optional<TimeFormat> checked(List<String> cells, TimeFormat format) {
        return readsMost(cells, format) ? Optional.of(format) : Optional.empty();
    }

    private static boolean most(List<String> cells, Pattern pattern) {
        return isMost(
                cells.stream().filter(cell -> pattern.matcher(cell).matches()).count(), cells.size());
    }

    private static boolean readsMost(List<String> cells, TimeFormat format) {
        TimeText times = new TimeText(format, ZoneOffset.UTC, false);
        return isMost(
                cells.stream()
                        .filter(cell -> parse(times, cell) != TimeText.NONE)
                        .count(),
                cells.size());
    }

    private static boolean isMost(long some, int all) {
        return some >= 0.8 * all;
    }

    private static long parse(TimeText times, String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        return times.parse(bytes, 0, bytes.length, TimeText.NONE);
    }
}
