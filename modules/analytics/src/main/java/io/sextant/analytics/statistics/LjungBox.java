package io.sextant.analytics.statistics;

import io.sextant.analytics.distribution.Tails;

/**
 * Is there any memory in the first lags? Q = n(n + 2) sum of r_k^2 / (n - k), chi-squared with {@code lags - fitted} degrees of freedom
 * when there is none (Ljung and Box 1978); {@code fitted} parameters of a model whose residuals these are.
 */
public record LjungBox(double statistic, double pValue, int degreesOfFreedom) {

    public static LjungBox test(double[] values, int lags, int fitted) {
        if (fitted < 0 || lags <= fitted) {
            throw new IllegalArgumentException(
                    lags + " lags leave nothing to test after " + fitted + " fitted parameters");
        }
        double[] r = Autocorrelation.of(values, lags);
        double n = values.length;
        double sum = 0;
        for (int k = 1; k <= lags; k++) {
            sum += r[k] * r[k] / (n - k);
        }
        double statistic = n * (n + 2) * sum;
        return new LjungBox(statistic, Tails.chiSquared(statistic, lags - fitted), lags - fitted);
    }
}
