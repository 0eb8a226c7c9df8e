package io.sextant.analytics.feature;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Numbers that stand from the moment they become known until the next is known, or until they are too old to be told. */
public final class StandingReadings implements FeatureSource {

    private record Series(long[] knownNanos, double[] values, long longestNanos) {}

    private final Map<FeatureReading, Series> all = new EnumMap<>(FeatureReading.class);

    /**
     * @param knownNanos from when on each value stands, not decreasing; of equals the last counts
     * @param longestNanos after which a value is told no more
     */
    public StandingReadings put(FeatureReading reading, long[] knownNanos, double[] values, long longestNanos) {
        if (knownNanos.length != values.length) {
            throw new IllegalArgumentException(knownNanos.length + " times for " + values.length + " values");
        }
        for (int i = 1; i < knownNanos.length; i++) {
            if (knownNanos[i] < knownNanos[i - 1]) {
                throw new IllegalArgumentException("time goes back at value " + i);
            }
        }
        all.put(reading, new Series(knownNanos.clone(), values.clone(), longestNanos));
        return this;
    }

    @Override
    public void read(long timeNanos, FeatureInput into) {
        all.forEach((reading, series) -> {
            int at = newest(series.knownNanos(), timeNanos);
            if (at >= 0 && timeNanos - series.knownNanos()[at] <= series.longestNanos()) {
                into.reading(reading, series.values()[at]);
            }
        });
    }

    /** The last place whose time is not after this; -1 where there is none. */
    private static int newest(long[] times, long timeNanos) {
        int at = Arrays.binarySearch(times, timeNanos);
        if (at < 0) {
            return -at - 2;
        }
        while (at + 1 < times.length && times[at + 1] == timeNanos) {
            at++;
        }
        return at;
    }
}
