package io.sextant.analytics.estimation;

import java.util.Arrays;

/**
 * What is known of a stationary ARMA process before its first value, in units of the surprises' variance: the variance of the first value,
 * and what the first surprise tells of the next state. The autocovariances of the autoregression come from its partial autocorrelations,
 * backwards through Levinson's recursion, which also tells whether it is stationary; filtering by the moving average gives those of the
 * process. Equal to what Gardner's algorithm (AS 154, 1980) gives, without its system of equations.
 */
final class ArmaStart {

    private final int p;
    private final int q;
    /** Row k: the autoregression of order k that Levinson's recursion passes through. */
    private final double[][] orders;

    private final double[] variances;
    private final double[] ofAr;
    private final double[] ofMa;
    private final double[] autocovariances;
    private final double[] impulses;
    /** Of the next state with the first value. */
    final double[] gain;

    double variance;

    ArmaStart(int p, int q) {
        this.p = p;
        this.q = q;
        orders = new double[p + 1][];
        for (int k = 0; k <= p; k++) {
            orders[k] = new double[k];
        }
        variances = new double[p + 1];
        ofAr = new double[p + q + 1];
        ofMa = new double[q + 1];
        autocovariances = new double[p + 1];
        impulses = new double[q + 1];
        gain = new double[Math.max(p, q + 1)];
    }

    /** False where the autoregression is not stationary. */
    boolean of(double[] ar, double[] ma) {
        if (!autoregression(ar)) {
            return false;
        }
        for (int m = 0; m <= q; m++) {
            double sum = m == 0 ? 1 : ma[m - 1];
            for (int i = 0; i + m < q; i++) {
                sum += ma[i] * ma[i + m];
            }
            ofMa[m] = sum;
        }
        for (int k = 0; k <= p; k++) {
            double sum = ofMa[0] * ofAr[k];
            for (int m = 1; m <= q; m++) {
                if (ofMa[m] != 0) {
                    sum += ofMa[m] * (ofAr[Math.abs(k - m)] + ofAr[k + m]);
                }
            }
            autocovariances[k] = sum;
        }
        impulses[0] = 1;
        for (int k = 1; k < q; k++) {
            double sum = ma[k - 1];
            for (int j = 1; j <= Math.min(k, p); j++) {
                sum += ar[j - 1] * impulses[k - j];
            }
            impulses[k] = sum;
        }
        for (int i = 0; i < gain.length; i++) {
            double sum = 0;
            for (int j = i; j < p; j++) {
                sum += ar[j] * autocovariances[j - i];
            }
            for (int m = i; m < q; m++) {
                sum += ma[m] * impulses[m - i];
            }
            gain[i] = sum;
        }
        variance = autocovariances[0];
        return variance > 0 && Double.isFinite(variance);
    }

    private boolean autoregression(double[] ar) {
        System.arraycopy(ar, 0, orders[p], 0, p);
        variances[p] = 1;
        for (int k = p; k > 0; k--) {
            double[] high = orders[k];
            double[] low = orders[k - 1];
            double last = high[k - 1];
            double rest = 1 - last * last;
            if (!(rest > 0)) {
                return false;
            }
            double share = 1 / rest;
            for (int j = 0; j < k - 1; j++) {
                low[j] = (high[j] + last * high[k - 2 - j]) * share;
            }
            variances[k - 1] = variances[k] * share;
        }
        Arrays.fill(ofAr, 0);
        ofAr[0] = variances[0];
        for (int k = 1; k < ofAr.length; k++) {
            double[] order = orders[Math.min(k, p)];
            double sum = 0;
            for (int j = 0; j < order.length && j < k; j++) {
                sum += order[j] * ofAr[k - 1 - j];
            }
            ofAr[k] = sum;
        }
        return true;
    }
}
