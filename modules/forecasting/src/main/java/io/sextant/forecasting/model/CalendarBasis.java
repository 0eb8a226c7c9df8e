package io.sextant.forecasting.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a structural model is made of at a time: a line, bends of it at even distances, waves of the day, the week and the year, and
 * holidays, each a UTC day.
 */
final class CalendarBasis {

    static final int BENDS = 25;
    /** Bends stand in the first part only; the end of the series says too little of them. */
    static final double BENDS_SHARE = 0.9;

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final double[] PERIODS_DAYS = {1, 7, 365.25};
    private static final int[] WAVES = {4, 3, 6};
    private static final String[] NAMES = {"time of day", "day of week", "time of year"};

    private final long startNanos;
    private final double spanNanos;
    private final boolean[] seasons;
    private final long[] holidayNanos;
    private final int width;

    private CalendarBasis(long startNanos, double spanNanos, boolean[] seasons, long[] holidayNanos) {
        this.startNanos = startNanos;
        this.spanNanos = spanNanos;
        this.seasons = seasons;
        this.holidayNanos = holidayNanos;
        int count = 2 + BENDS + (holidayNanos.length > 0 ? 1 : 0);
        for (int k = 0; k < seasons.length; k++) {
            count += seasons[k] ? 2 * WAVES[k] : 0;
        }
        width = count;
    }

    /**
     * Seasons count where at least two of them were seen, and their waves are longer than two steps.
     *
     * @param spacingNanos 0 where times are places
     */
    static CalendarBasis of(long startNanos, long endNanos, long spacingNanos, long[] holidayNanos) {
        boolean[] seasons = new boolean[PERIODS_DAYS.length];
        double span = (double) endNanos - startNanos;
        for (int k = 0; k < seasons.length; k++) {
            double period = PERIODS_DAYS[k] * DAY_NANOS;
            seasons[k] = spacingNanos > 0 && span >= 2 * period && 2.0 * WAVES[k] * spacingNanos <= period;
        }
        return new CalendarBasis(startNanos, span, seasons, holidayNanos.clone());
    }

    int width() {
        return width;
    }

    boolean isBend(int column) {
        return column >= 2 && column < 2 + BENDS;
    }

    /** How far through the training part a time lies; more than 1 beyond it. */
    double place(long timeNanos) {
        return (timeNanos - startNanos) / spanNanos;
    }

    static double bend(int k) {
        return BENDS_SHARE * (k + 1) / (BENDS + 1);
    }

    double[] at(long timeNanos) {
        double[] row = new double[width];
        double place = place(timeNanos);
        row[0] = 1;
        row[1] = place;
        for (int k = 0; k < BENDS; k++) {
            row[2 + k] = Math.max(0, place - bend(k));
        }
        int column = 2 + BENDS;
        for (int k = 0; k < seasons.length; k++) {
            if (seasons[k]) {
                double period = PERIODS_DAYS[k] * DAY_NANOS;
                double turn = 2 * Math.PI * Math.floorMod(timeNanos, (long) period) / period;
                for (int wave = 1; wave <= WAVES[k]; wave++) {
                    row[column++] = Math.sin(wave * turn);
                    row[column++] = Math.cos(wave * turn);
                }
            }
        }
        if (holidayNanos.length > 0) {
            row[column] = isHoliday(timeNanos) ? 1 : 0;
        }
        return row;
    }

    private boolean isHoliday(long timeNanos) {
        long day = Math.floorDiv(timeNanos, DAY_NANOS);
        for (long each : holidayNanos) {
            if (Math.floorDiv(each, DAY_NANOS) == day) {
                return true;
            }
        }
        return false;
    }

    /** A name and the columns from its first to before its end. */
    record Group(String name, int from, int end) {}

    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("trend", 0, 2 + BENDS));
        int column = 2 + BENDS;
        for (int k = 0; k < seasons.length; k++) {
            if (seasons[k]) {
                groups.add(new Group(NAMES[k], column, column + 2 * WAVES[k]));
                column += 2 * WAVES[k];
            }
        }
        if (holidayNanos.length > 0) {
            groups.add(new Group("holiday", column, column + 1));
        }
        return groups;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(startNanos);
        out.writeDouble(spanNanos);
        for (boolean each : seasons) {
            out.writeBoolean(each);
        }
        out.writeInt(holidayNanos.length);
        for (long each : holidayNanos) {
            out.writeLong(each);
        }
    }

    static CalendarBasis load(DataInput in) throws IOException {
        long start = in.readLong();
        double span = in.readDouble();
        boolean[] seasons = new boolean[PERIODS_DAYS.length];
        for (int k = 0; k < seasons.length; k++) {
            seasons[k] = in.readBoolean();
        }
        long[] holidays = new long[in.readInt()];
        for (int i = 0; i < holidays.length; i++) {
            holidays[i] = in.readLong();
        }
        return new CalendarBasis(start, span, seasons, holidays);
    }
}
