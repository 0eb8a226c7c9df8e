package io.sextant.analytics.feature;

import java.util.Arrays;

/**
 * A number over its mean at the same time of day on the days before. Days are weighed exponentially; bars are told apart by the
 * minute at which they open, in UTC.
 */
final class SameMinute extends Node {

    private static final int MINUTES = 1_440;
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long DAY_NANOS = MINUTES * MINUTE_NANOS;
    private static final double WEIGHT = 2.0 / 21;

    private final FeatureInput input;
    private final Node source;
    private final double[] means = new double[MINUTES];

    SameMinute(String formula, FeatureInput input, Node source) {
        super(formula, source, 1);
        this.input = input;
        this.source = source;
        Arrays.fill(means, Double.NaN);
    }

    @Override
    boolean looksAtTheBar() {
        return true;
    }

    @Override
    void step() {
        int minute = (int) (Math.floorMod(input.openTimeNanos, DAY_NANOS) / MINUTE_NANOS);
        double next = source.value;
        double mean = means[minute];
        value = mean > 0 ? next / mean : Double.NaN;
        if (!Double.isNaN(next)) {
            means[minute] = Double.isNaN(mean) ? next : mean + WEIGHT * (next - mean);
        }
    }
}
