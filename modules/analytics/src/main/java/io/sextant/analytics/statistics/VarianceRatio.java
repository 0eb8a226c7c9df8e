package io.sextant.analytics.statistics;

import io.sextant.analytics.distribution.Normal;

/**
 * Does a walk over q steps vary q times as much as one step? Above 1 moves continue, below they turn back. Overlapping steps, unbiased
 * variances, and the statistic that holds whatever the volatility does, M2 or z* of Lo and MacKinlay (1988).
 */
public record VarianceRatio(double ratio, double statistic, double pValue) {

    /** @param levels for example logarithms of prices */
    public static VarianceRatio test(double[] levels, int steps) {
        if (steps < 2) {
            throw new IllegalArgumentException("a variance ratio takes 2 steps or more, not " + steps);
        }
        Series.check(levels, 2 * steps + 2, "a variance ratio of " + steps + " steps");
        int n = levels.length - 1;
        double mean = (levels[n] - levels[0]) / n;
        double[] squares = new double[n];
        double one = 0;
        for (int i = 0; i < n; i++) {
            double off = levels[i + 1] - levels[i] - mean;
            squares[i] = off * off;
            one += squares[i];
        }
        if (!(one > 0)) {
            throw new IllegalArgumentException("the series moves evenly, so there is no variance to compare");
        }
        double many = 0;
        for (int i = steps; i <= n; i++) {
            double off = levels[i] - levels[i - steps] - steps * mean;
            many += off * off;
        }
        double overlap = steps * (n - steps + 1.0) * (1 - (double) steps / n);
        double ratio = many / overlap / (one / (n - 1));
        double variance = 0;
        for (int j = 1; j < steps; j++) {
            double sum = 0;
            for (int i = j; i < n; i++) {
                sum += squares[i] * squares[i - j];
            }
            double weight = 2.0 * (steps - j) / steps;
            variance += weight * weight * sum / (one * one);
        }
        double statistic = (ratio - 1) / Math.sqrt(variance);
        return new VarianceRatio(ratio, statistic, 2 * Normal.cumulative(-Math.abs(statistic)));
    }
}
