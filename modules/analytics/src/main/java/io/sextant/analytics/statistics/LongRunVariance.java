package io.sextant.analytics.statistics;

/** The variance of a sum per observation, from residuals that remember: Bartlett's weights 1 - i/(l + 1) (Newey and West 1987). */
public final class LongRunVariance {

    private LongRunVariance() {}

    /** How many lags count when nobody says: the whole part of 4 (n/100)^(1/4) (Schwert 1989). */
    public static int shortLags(int observations) {
        return (int) (4 * Math.pow(observations / 100.0, 0.25));
    }

    /** Of values whose mean is zero. */
    public static double of(double[] values, int lags) {
        double sum = product(values, 0);
        for (int i = 1; i <= Math.min(lags, values.length - 1); i++) {
            sum += 2 * (1 - i / (lags + 1.0)) * product(values, i);
        }
        return sum / values.length;
    }

    private static double product(double[] values, int lag) {
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += values[i] * values[i - lag];
        }
        return sum;
    }
}
