package io.sextant.analytics.statistics;

/** How a series goes with itself some steps before. */
public final class Autocorrelation {

    private Autocorrelation() {}

    /** r_0 = 1, r_1, ..., with the common divisor n that keeps the sequence positive definite (Box and Jenkins 1976, 2.1.5). */
    public static double[] of(double[] values, int lags) {
        Series.checkLags(lags);
        Series.check(values, lags + 2, "an autocorrelation at " + lags + " lags");
        double[] centred = Series.centred(values);
        double[] result = new double[lags + 1];
        for (int k = 0; k <= lags; k++) {
            double sum = 0;
            for (int i = k; i < centred.length; i++) {
                sum += centred[i] * centred[i - k];
            }
            result[k] = sum;
        }
        double variance = result[0];
        if (!(variance > 0)) {
            throw new IllegalArgumentException("the series does not move, so it has no autocorrelation");
        }
        for (int k = 0; k <= lags; k++) {
            result[k] /= variance;
        }
        return result;
    }

    /** Partial autocorrelations 1, ..., lags by the Durbin-Levinson recursion; element 0 is 1. */
    public static double[] partial(double[] values, int lags) {
        double[] r = of(values, lags);
        double[] partial = new double[lags + 1];
        double[] phi = new double[lags + 1];
        double[] before = new double[lags + 1];
        partial[0] = 1;
        double variance = 1;
        for (int k = 1; k <= lags; k++) {
            double sum = r[k];
            for (int j = 1; j < k; j++) {
                sum -= before[j] * r[k - j];
            }
            double last = sum / variance;
            phi[k] = last;
            for (int j = 1; j < k; j++) {
                phi[j] = before[j] - last * before[k - j];
            }
            variance *= 1 - last * last;
            partial[k] = last;
            System.arraycopy(phi, 0, before, 0, k + 1);
        }
        return partial;
    }
}
