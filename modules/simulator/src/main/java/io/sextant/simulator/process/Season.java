package io.sextant.simulator.process;

/**
 * How busy a time of day is, as a factor around one (UTC). Shares and futures have the U shape of a cash session (Wood,
 * McInish and Ord, 1985) on top of a quiet night; coins trade around the clock and are busiest when Europe and America are
 * both awake. Days are all alike: the simulated market knows no weekend.
 */
public enum Season {
    CRYPTO(0),
    STOCKS(1);

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int HOURS = 24;
    private static final int MINUTES = HOURS * 60;

    private static final double[][] BY_MINUTE = {
        byMinute(
                0.85, 0.85, 0.80, 0.75, 0.70, 0.70, 0.75, 0.85, 1.00, 1.05, 1.05, 1.05, 1.15, 1.40, 1.60, 1.60, 1.45,
                1.25, 1.10, 1.05, 1.00, 0.95, 0.90, 0.85),
        byMinute(
                0.40, 0.40, 0.40, 0.35, 0.35, 0.40, 0.50, 0.70, 0.80, 0.75, 0.70, 0.70, 0.90, 1.50, 2.60, 2.10, 1.55,
                1.35, 1.40, 1.80, 2.40, 1.10, 0.55, 0.45),
    };

    private final int index;

    Season(int index) {
        this.index = index;
    }

    /** Place in columns and snapshots. */
    int index() {
        return index;
    }

    /** From one value an hour, linear between them, one on average. */
    private static double[] byMinute(double... hourly) {
        double sum = 0;
        for (double value : hourly) {
            sum += value;
        }
        double[] minutes = new double[MINUTES];
        for (int minute = 0; minute < MINUTES; minute++) {
            int hour = minute / 60;
            double part = (minute % 60) / 60.0;
            double value = hourly[hour] + part * (hourly[(hour + 1) % HOURS] - hourly[hour]);
            minutes[minute] = value * HOURS / sum;
        }
        return minutes;
    }

    /** Activity at a time, one on average over a day. */
    public double at(long timeNanos) {
        return BY_MINUTE[index][(int) Math.floorMod(Math.floorDiv(timeNanos, MINUTE_NANOS), (long) MINUTES)];
    }
}
