package io.sextant.forecasting.evaluation;

import io.sextant.analytics.distribution.Tails;

/**
 * Whether two forecasts of the same values lose the same (Diebold and Mariano 1995), with the small-sample correction of Harvey,
 * Leybourne and Newbold (1997) and Student's t. Losses of forecasts {@code h} steps ahead overlap, so {@code h - 1} autocovariances count,
 * all alike as in that paper; where their sum is not positive, which it may be, by Bartlett's weights, whose sum always is.
 *
 * @param statistic positive where the second forecast loses less
 * @param losses how many were compared
 */
public record DieboldMariano(double statistic, int losses) {

    /** Fewer differences have no variance worth the name. */
    public static final int LOSSES_MIN = 8;

    /**
     * @param first losses of the first forecast, for example squared errors, in time order
     * @param second of the other, of the same values
     * @param horizon how many steps ahead both looked
     */
    public static DieboldMariano of(double[] first, double[] second, int horizon) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " losses and " + second.length);
        }
        double[] difference = new double[first.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = first[i] - second[i];
        }
        return new DieboldMariano(statistic(difference, horizon), difference.length);
    }

    /** Forecasts that lose the same at every step do not differ: 0. */
    static double statistic(double[] difference, int horizon) {
        int n = difference.length;
        if (n < LOSSES_MIN || n <= 2 * horizon) {
            return 0;
        }
        double mean = 0;
        for (double each : difference) {
            mean += each;
        }
        mean /= n;
        double sum = longRun(difference, mean, horizon, false);
        if (sum <= 0) {
            sum = longRun(difference, mean, horizon, true);
        }
        if (mean == 0) {
            return 0;
        }
        double h = horizon;
        double correction = Math.sqrt((n + 1 - 2 * h + h * (h - 1) / n) / n);
        return correction * mean / Math.sqrt(sum / n);
    }

    private static double longRun(double[] values, double mean, int horizon, boolean bartlett) {
        int n = values.length;
        double sum = 0;
        for (int lag = 0; lag < horizon; lag++) {
            double product = 0;
            for (int i = lag; i < n; i++) {
                product += (values[i] - mean) * (values[i - lag] - mean);
            }
            double weight = bartlett ? 1 - (double) lag / horizon : 1;
            sum += (lag == 0 ? 1 : 2 * weight) * product;
        }
        return sum / n;
    }

    /** That neither is better. */
    public double pTwoSided() {
        return statistic == 0 ? 1 : Tails.studentTwoSided(statistic, losses - 1);
    }

    /** That the second is not better than the first. */
    public double pSecondBetter() {
        return Student.above(statistic, losses - 1);
    }

    /** That the second is not worse than the first. */
    public double pSecondWorse() {
        return Student.above(-statistic, losses - 1);
    }
}
