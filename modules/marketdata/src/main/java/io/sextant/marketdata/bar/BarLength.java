package io.sextant.marketdata.bar;

import io.sextant.domain.market.Timeframe;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Any length of a bar from a second to a month, labelled by its UTC start: so many seconds, minutes or hours that a day is a
 * whole number of them; a day; a week from Monday; a calendar month. {@link Timeframe} names those that are stored.
 */
public record BarLength(long seconds, boolean isMonth) {

    private static final long NANOS = 1_000_000_000L;
    private static final long DAY = 86_400;
    private static final long WEEK = 7 * DAY;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(s|m|min|h|H|d|D|w|W|M)");

    public static final BarLength MONTH = new BarLength(Timeframe.MONTH.nominalNanos() / NANOS, true);

    public BarLength {
        if (!isMonth && !isLength(seconds)) {
            throw new IllegalArgumentException("a day is no whole number of " + seconds + " seconds");
        }
    }

    private static boolean isLength(long seconds) {
        return seconds == WEEK || (seconds > 0 && seconds <= DAY && DAY % seconds == 0);
    }

    public static BarLength of(Timeframe timeframe) {
        return timeframe == Timeframe.MONTH ? MONTH : new BarLength(timeframe.nominalNanos() / NANOS, false);
    }

    /** Reads {@code 1s}, {@code 5m}, {@code 2h}, {@code 1d}, {@code 1w} or {@code 1M}. */
    public static BarLength parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            long unit = switch (matcher.group(2)) {
                case "s" -> 1;
                case "m", "min" -> 60;
                case "h", "H" -> 3_600;
                case "d", "D" -> DAY;
                case "w", "W" -> WEEK;
                default -> 0;
            };
            if (unit == 0 && count == 1) {
                return MONTH;
            }
            long seconds = count * unit;
            if (isLength(seconds)) {
                return new BarLength(seconds, false);
            }
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is no length of bars; write 1s, 5m, 2h, 1d, 1w or 1M, where"
                        + " a day must be a whole number of seconds, minutes or hours");
    }

    /** For a month the mean length of one. */
    public long nominalNanos() {
        return seconds * NANOS;
    }

    /** The stored timeframe of this length, if there is one. */
    public Optional<Timeframe> timeframe() {
        for (Timeframe timeframe : Timeframe.values()) {
            if (of(timeframe).equals(this)) {
                return Optional.of(timeframe);
            }
        }
        return Optional.empty();
    }

    /** The shortest stored timeframe that whole bars of this length make up. */
    public Optional<Timeframe> nextTimeframe() {
        for (Timeframe timeframe : Timeframe.values()) {
            if (tiles(of(timeframe))) {
                return Optional.of(timeframe);
            }
        }
        return Optional.empty();
    }

    /** Whether whole bars of this length make up one of {@code coarser}. */
    public boolean tiles(BarLength coarser) {
        if (coarser.isMonth) {
            return isMonth || seconds <= DAY;
        }
        return !isMonth && coarser.seconds % seconds == 0;
    }

    public long startOf(long timeNanos) {
        if (isMonth) {
            return Timeframe.MONTH.startOf(timeNanos);
        }
        if (seconds == WEEK) {
            return Timeframe.W1.startOf(timeNanos);
        }
        return timeNanos - Math.floorMod(timeNanos, seconds * NANOS);
    }

    public long nextStart(long startNanos) {
        return isMonth ? Timeframe.MONTH.nextStart(startNanos) : startNanos + seconds * NANOS;
    }

    public String label() {
        if (isMonth) {
            return "1M";
        }
        if (seconds == WEEK) {
            return "1w";
        }
        if (seconds == DAY) {
            return "1d";
        }
        return seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    @Override
    public String toString() {
        return label();
    }
}
