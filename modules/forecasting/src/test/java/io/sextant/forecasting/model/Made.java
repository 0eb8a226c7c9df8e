package io.sextant.forecasting.model;

import io.sextant.domain.time.SeededRandom;
import io.sextant.forecasting.Observations;
import java.util.List;

/** Series of which the test knows how they came about. */
final class Made {

    static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long START_NANOS = 1_600_000_000_000_000_000L / HOUR_NANOS * HOUR_NANOS;

    private Made() {}

    /** A walk whose steps remember so much of the one before. */
    static double[] walk(int n, double memory, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[] values = new double[n];
        double step = 0;
        double at = 10;
        for (int i = 0; i < n; i++) {
            step = memory * step + 0.01 * random.nextGaussian();
            at += step;
            values[i] = at;
        }
        return values;
    }

    static Observations hourly(double[] values) {
        long[] times = new long[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = START_NANOS + i * HOUR_NANOS;
        }
        return Observations.of(times, values, List.of(), new double[0][]);
    }
}
