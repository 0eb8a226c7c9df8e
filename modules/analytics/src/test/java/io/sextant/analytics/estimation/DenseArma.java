package io.sextant.analytics.estimation;

import io.sextant.analytics.linear.HouseholderQr;

/** The density of an ARMA process written plainly: a matrix of all autocovariances, from many impulse responses, and its Cholesky root. */
final class DenseArma {

    private static final int IMPULSES = 20_000;

    private DenseArma() {}

    /** With the variance of surprises at its likeliest; the mean is the last parameter where there is one. */
    static double logDensity(ArimaOrder order, double[] x, double[] w) {
        int n = w.length;
        double[] autocovariances = autocovariances(order, x, n);
        double mean = order.constant() ? x[order.terms()] * order.regressor() : 0;
        double[][] root = new double[n][n];
        double[] whitened = new double[n];
        double squares = 0;
        double logs = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = autocovariances[i - j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(sum) : sum / root[j][j];
            }
            double rest = w[i] - mean;
            for (int k = 0; k < i; k++) {
                rest -= root[i][k] * whitened[k];
            }
            whitened[i] = rest / root[i][i];
            squares += whitened[i] * whitened[i];
            logs += 2 * Math.log(root[i][i]);
        }
        return -0.5 * (n * (Math.log(2 * Math.PI) + 1 + Math.log(squares / n)) + logs);
    }

    static double[] autocovariances(ArimaOrder order, double[] x, int lags) {
        double[] impulses = new double[IMPULSES];
        double[] surprises = new double[IMPULSES];
        surprises[0] = 1;
        int p = order.p();
        int q = order.q();
        // One factor after the other, as the model is written.
        pass(surprises, impulses, x, p, q, 1);
        System.arraycopy(impulses, 0, surprises, 0, IMPULSES);
        pass(surprises, impulses, x, p + q + order.seasonalP(), order.seasonalQ(), order.period());
        System.arraycopy(impulses, 0, surprises, 0, IMPULSES);
        recur(surprises, impulses, x, 0, p, 1);
        System.arraycopy(impulses, 0, surprises, 0, IMPULSES);
        recur(surprises, impulses, x, p + q, order.seasonalP(), order.period());
        int size = IMPULSES;
        while (Math.abs(impulses[size - 1]) < 1e-14) {
            size--;
        }
        double[] autocovariances = new double[lags];
        for (int k = 0; k < lags; k++) {
            for (int i = 0; i + k < size; i++) {
                autocovariances[k] += impulses[i] * impulses[i + k];
            }
        }
        return autocovariances;
    }

    /** The weights of the newest value, the one before, ... in the best linear forecast some steps ahead. */
    static double[] solve(double[] autocovariances, int n, int ahead) {
        double[][] columns = new double[n][n];
        double[] wanted = new double[n];
        for (int i = 0; i < n; i++) {
            wanted[i] = autocovariances[ahead + i];
            for (int j = 0; j < n; j++) {
                columns[i][j] = autocovariances[Math.abs(i - j)];
            }
        }
        HouseholderQr qr = HouseholderQr.of(columns);
        qr.transposeInPlace(wanted);
        return qr.solveTriangle(wanted);
    }

    private static void pass(double[] in, double[] out, double[] x, int from, int count, int step) {
        for (int t = 0; t < IMPULSES; t++) {
            double sum = in[t];
            for (int i = 1; i <= count && i * step <= t; i++) {
                sum += x[from + i - 1] * in[t - i * step];
            }
            out[t] = sum;
        }
    }

    private static void recur(double[] in, double[] out, double[] x, int from, int count, int step) {
        for (int t = 0; t < IMPULSES; t++) {
            double sum = in[t];
            for (int i = 1; i <= count && i * step <= t; i++) {
                sum += x[from + i - 1] * out[t - i * step];
            }
            out[t] = sum;
        }
    }
}
