package io.sextant.analytics.estimation;

import io.sextant.analytics.linear.HouseholderQr;
import io.sextant.analytics.statistics.Deterministic;
import io.sextant.analytics.statistics.Series;
import java.util.Arrays;

/**
 * Each of P series told by the last K values of all (Sims 1980), equation by equation by least squares, which is also what maximum
 * likelihood gives. {@code coefficients[i]} belongs to series i: lag 1 of all series, lag 2 of all, ..., then constant and trend; the trend
 * counts observations from 1.
 */
public record VectorAutoregression(
        double[][] coefficients, double[][] covariance, double logDeterminant, int lags, int observations) {

    /** @throws IllegalArgumentException with a sentence, when the series do not determine the coefficients */
    public static VectorAutoregression fit(double[][] series, int lags, Deterministic deterministic) {
        int p = series.length;
        if (p == 0 || lags < 1) {
            throw new IllegalArgumentException("a vector autoregression takes at least one series and one lag");
        }
        int width = p * lags + deterministic.columns();
        for (double[] each : series) {
            Series.check(each, lags + width + p + 1, "an autoregression of " + p + " series with " + lags + " lags");
            if (each.length != series[0].length) {
                throw new IllegalArgumentException("the series are not of one length");
            }
        }
        int n = series[0].length - lags;
        double[][] columns = new double[width][];
        for (int k = 1; k <= lags; k++) {
            for (int j = 0; j < p; j++) {
                columns[(k - 1) * p + j] = Arrays.copyOfRange(series[j], lags - k, lags - k + n);
            }
        }
        switch (deterministic) {
            case NONE -> {}
            case CONSTANT -> columns[p * lags] = Series.ones(n);
            case TREND -> {
                columns[p * lags] = Series.ones(n);
                columns[p * lags + 1] = Series.count(1, n);
            }
        }
        HouseholderQr qr = HouseholderQr.of(columns);
        double[][] coefficients = new double[p][];
        double[][] residuals = new double[p][];
        for (int i = 0; i < p; i++) {
            double[] y = Arrays.copyOfRange(series[i], lags, lags + n);
            residuals[i] = qr.residuals(y);
            qr.transposeInPlace(y);
            coefficients[i] = qr.solveTriangle(y);
        }
        HouseholderQr left = HouseholderQr.of(residuals);
        double logDeterminant = -p * Math.log(n);
        for (int i = 0; i < p; i++) {
            logDeterminant += 2 * Math.log(Math.abs(left.r(i, i)));
        }
        return new VectorAutoregression(coefficients, covariance(residuals, n - width), logDeterminant, lags, n);
    }

    private static double[][] covariance(double[][] residuals, int degrees) {
        int p = residuals.length;
        double[][] covariance = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int t = 0; t < residuals[i].length; t++) {
                    sum += residuals[i][t] * residuals[j][t];
                }
                covariance[i][j] = sum / degrees;
                covariance[j][i] = sum / degrees;
            }
        }
        return covariance;
    }

    /** Akaike's criterion, to choose the number of lags over the same observations. */
    public double akaike() {
        return logDeterminant + 2.0 * parameters() / observations;
    }

    /** Schwarz's criterion. */
    public double schwarz() {
        return logDeterminant + Math.log(observations) * parameters() / observations;
    }

    /** The criterion of Hannan and Quinn. */
    public double hannanQuinn() {
        return logDeterminant + 2 * Math.log(Math.log(observations)) * parameters() / observations;
    }

    /**
     * What follows, one row a step.
     *
     * @param recent per series its values up to now, at least as many as there are lags
     * @param now the count of the last observation, for a trend; usually {@link #observations}
     */
    public double[][] forecast(double[][] recent, int now, int steps) {
        int p = coefficients.length;
        double[][] path = new double[lags + steps][p];
        for (int k = 0; k < lags; k++) {
            for (int j = 0; j < p; j++) {
                path[k][j] = recent[j][recent[j].length - lags + k];
            }
        }
        for (int t = lags; t < path.length; t++) {
            for (int i = 0; i < p; i++) {
                double[] c = coefficients[i];
                double sum = 0;
                for (int k = 1; k <= lags; k++) {
                    for (int j = 0; j < p; j++) {
                        sum += c[(k - 1) * p + j] * path[t - k][j];
                    }
                }
                if (c.length > p * lags) {
                    sum += c[p * lags];
                }
                if (c.length > p * lags + 1) {
                    sum += c[p * lags + 1] * (now + 1 + t - lags);
                }
                path[t][i] = sum;
            }
        }
        return Arrays.copyOfRange(path, lags, path.length);
    }

    private int parameters() {
        return coefficients.length * coefficients[0].length;
    }
}
