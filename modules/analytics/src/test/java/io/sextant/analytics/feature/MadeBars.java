package io.sextant.analytics.feature;

import io.sextant.domain.market.BarSeries;
import java.util.random.RandomGenerator;

/** Bars that never rest, so that no division has nothing to divide by. */
final class MadeBars {

    static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long START_NANOS = 1_700_000_000L / 3_600 * HOUR_NANOS;

    private MadeBars() {}

    static BarSeries of(RandomGenerator random, int size) {
        long[] times = new long[size];
        double[][] columns = new double[5][size];
        double price = 100;
        for (int i = 0; i < size; i++) {
            double open = price * Math.exp(0.002 * random.nextGaussian());
            double close = open * Math.exp(0.01 * random.nextGaussian());
            times[i] = START_NANOS + i * HOUR_NANOS;
            columns[0][i] = open;
            columns[1][i] = Math.max(open, close) * (1 + 0.005 * random.nextDouble());
            columns[2][i] = Math.min(open, close) * (1 - 0.005 * random.nextDouble());
            columns[3][i] = close;
            columns[4][i] = 1 + random.nextDouble() * 1_000;
            price = close;
        }
        return new BarSeries(times, columns[0], columns[1], columns[2], columns[3], columns[4], size);
    }

    /** Knows everything, at random but the same for the same moment. */
    static FeatureSource knowing(RandomGenerator random) {
        long salt = random.nextLong();
        return (timeNanos, into) -> {
            for (FeatureReading reading : FeatureReading.values()) {
                long mixed = (timeNanos ^ salt) * 0x9E3779B97F4A7C15L
                        + reading.words().hashCode() * 0xC2B2AE3D27D4EB4FL;
                mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
                into.reading(reading, 1 + (mixed >>> 11) * 0x1p-53);
            }
        };
    }
}
