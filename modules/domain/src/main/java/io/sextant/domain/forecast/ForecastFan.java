package io.sextant.domain.forecast;

import java.util.Arrays;

/**
 * The distribution of the next closes in the unit of the price.
 *
 * @param originNanos when the bar that it stands on ends
 * @param origin that bar's close
 * @param timesNanos when each forecast bar ends
 * @param bands of each step the ends of 95, 80 and 50%, and the middle: {@link #levels} values, rising
 */
public record ForecastFan(long originNanos, double origin, long[] timesNanos, double[][] bands) {

    private static final double[] LEVELS = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

    public ForecastFan {
        if (timesNanos.length == 0 || timesNanos.length != bands.length) {
            throw new IllegalArgumentException(timesNanos.length + " times and " + bands.length + " bands");
        }
        for (double[] band : bands) {
            if (band.length != LEVELS.length) {
                throw new IllegalArgumentException("a step has " + band.length + " levels");
            }
        }
    }

    public static double[] levels() {
        return LEVELS.clone();
    }

    public int steps() {
        return timesNanos.length;
    }

    /** What it forecasts for step 1, 2, ... */
    public double middle(int step) {
        return bands[step - 1][LEVELS.length / 2];
    }

    /** The lower end of the interval of so many steps ahead; {@code width} 0 being the widest. */
    public double lower(int step, int width) {
        return bands[step - 1][width];
    }

    public double upper(int step, int width) {
        return bands[step - 1][LEVELS.length - 1 - width];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForecastFan(long when, double from, long[] times, double[][] all)
                && originNanos == when
                && Double.compare(origin, from) == 0
                && Arrays.equals(timesNanos, times)
                && Arrays.deepEquals(bands, all);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(originNanos) + Arrays.deepHashCode(bands);
    }
}
