package io.sextant.domain.market;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The length of a bar, labelled by its UTC start. Weeks start on Monday; months are calendar months. */
public enum Timeframe {
    S1("1s", 1),
    S5("5s", 5),
    S15("15s", 15),
    M1("1m", 60),
    M5("5m", 300),
    M15("15m", 900),
    M30("30m", 1_800),
    H1("1h", 3_600),
    H4("4h", 14_400),
    D1("1d", 86_400),
    W1("1w", 604_800),
    MONTH("1M", 2_629_746);

    private static final long NANOS = 1_000_000_000L;

    /** 1970-01-05 was a Monday. */
    private static final long FIRST_MONDAY_NANOS = 4 * 86_400 * NANOS;

    private final String label;
    private final long nominalNanos;

    Timeframe(String label, long nominalSeconds) {
        this.label = label;
        this.nominalNanos = nominalSeconds * NANOS;
    }

    public String label() {
        return label;
    }

    /** The length; for a month the mean length of a month. */
    public long nominalNanos() {
        return nominalNanos;
    }

    public static Timeframe parse(String label) {
        for (Timeframe timeframe : values()) {
            if (timeframe.label.equals(label)) {
                return timeframe;
            }
        }
        throw new IllegalArgumentException("unknown timeframe \"" + label + "\"");
    }

    /** Start of the bar that contains {@code timeNanos} (UTC). */
    public long startOf(long timeNanos) {
        return switch (this) {
            case W1 ->
                Math.subtractExact(
                        timeNanos, Math.floorMod(Math.subtractExact(timeNanos, FIRST_MONDAY_NANOS), nominalNanos));
            case MONTH -> nanosOf(dateOf(timeNanos).with(TemporalAdjusters.firstDayOfMonth()));
            case S1, S5, S15, M1, M5, M15, M30, H1, H4, D1 ->
                Math.subtractExact(timeNanos, Math.floorMod(timeNanos, nominalNanos));
        };
    }

    /** Start of the bar after the one that starts at {@code startNanos}. */
    public long nextStart(long startNanos) {
        return switch (this) {
            case MONTH -> nanosOf(dateOf(startNanos).with(TemporalAdjusters.firstDayOfNextMonth()));
            case S1, S5, S15, M1, M5, M15, M30, H1, H4, D1, W1 -> Math.addExact(startNanos, nominalNanos);
        };
    }

    private static LocalDate dateOf(long timeNanos) {
        return LocalDate.ofEpochDay(Math.floorDiv(timeNanos, D1.nominalNanos));
    }

    private static long nanosOf(LocalDate date) {
        return Math.multiplyExact(date.toEpochDay(), D1.nominalNanos);
    }
}
