package io.sextant.analytics.estimation;

import io.sextant.analytics.linear.HouseholderQr;
import io.sextant.analytics.linear.SingularValues;
import io.sextant.analytics.statistics.Deterministic;
import io.sextant.analytics.statistics.Series;
import java.util.Arrays;

/**
 * How many long-run relations hold between P series, and which (Johansen 1988, Johansen and Juselius 1990)? The vector autoregression of
 * order K in levels is written in differences; differences and lagged levels are cleaned of the lagged differences; the squared canonical
 * correlations between what remains are the eigenvalues. They are found as singular values of the product of two orthonormal bases
 * (Bjorck and Golub 1973), which never squares the data.
 *
 * <p>The deterministic part is that of R's urca: NONE has a constant outside the relations (series may drift), CONSTANT one inside only,
 * TREND a constant outside and a trend inside.
 *
 * <p>{@code trace[r]} and {@code maxEigen[r]} test that there are at most r relations; the critical values are those of 10 %, 5 %, 1 % by
 * {@link OsterwaldLenum}. {@code vectors[k]} is the relation of eigenvalue k: the coefficients of the series in their order, then that of
 * the constant or trend inside, scaled so that the first is 1.
 */
public record Johansen(
        double[] eigenvalues,
        double[] trace,
        double[] maxEigen,
        double[][] criticalTrace,
        double[][] criticalMaxEigen,
        double[][] vectors,
        int lags,
        int observations) {

    /**
     * @param series P columns of equal length
     * @param lags the order K of the autoregression in levels, 1 or more
     * @param seasons 0, or how many there are in a year: centred dummies then stand outside the relations
     * @throws IllegalArgumentException with a sentence, when the series are too short or tell each other exactly
     */
    public static Johansen test(double[][] series, int lags, Deterministic deterministic, int seasons) {
        int p = series.length;
        if (p < 2) {
            throw new IllegalArgumentException("Johansen's test takes at least two series");
        }
        if (lags < 1) {
            throw new IllegalArgumentException("the order of the autoregression is " + lags + ", less than 1");
        }
        int outside = (deterministic == Deterministic.CONSTANT ? 0 : 1) + Math.max(0, seasons - 1) + p * (lags - 1);
        int least = lags + outside + 2 * p + 2;
        for (double[] each : series) {
            Series.check(each, least, "Johansen's test of " + p + " series with " + lags + " lags");
            if (each.length != series[0].length) {
                throw new IllegalArgumentException("the series are not of one length");
            }
        }
        int n = series[0].length - lags;
        double[][] changes = new double[p][];
        double[][] levels = new double[deterministic == Deterministic.NONE ? p : p + 1][];
        for (int j = 0; j < p; j++) {
            changes[j] = lagged(Series.differences(series[j]), lags - 1, 0, n);
            levels[j] = lagged(series[j], lags, 1, n);
        }
        switch (deterministic) {
            case NONE -> {}
            case CONSTANT -> levels[p] = Series.ones(n);
            case TREND -> levels[p] = Series.count(lags, n);
        }
        double[][] around = around(series, lags, deterministic, seasons, outside, n);
        if (around.length > 0) {
            HouseholderQr cleaner = HouseholderQr.of(around);
            Arrays.setAll(changes, j -> cleaner.residuals(changes[j]));
            Arrays.setAll(levels, j -> cleaner.residuals(levels[j]));
        }
        return solve(changes, levels, lags, n, deterministic);
    }

    /** What stands outside the relations: constant, seasons, lagged differences. */
    private static double[][] around(
            double[][] series, int lags, Deterministic deterministic, int seasons, int count, int n) {
        double[][] columns = new double[count][];
        int at = 0;
        if (deterministic != Deterministic.CONSTANT) {
            columns[at++] = Series.ones(n);
        }
        for (int s = 0; s < seasons - 1; s++) {
            double[] dummy = new double[n];
            for (int i = 0; i < n; i++) {
                dummy[i] = ((i + lags) % seasons == s ? 1 : 0) - 1.0 / seasons;
            }
            columns[at++] = dummy;
        }
        for (int k = 1; k < lags; k++) {
            for (double[] each : series) {
                columns[at++] = lagged(Series.differences(each), lags - 1, k, n);
            }
        }
        return columns;
    }

    private static double[] lagged(double[] values, int from, int lag, int size) {
        return Arrays.copyOfRange(values, from - lag, from - lag + size);
    }

    private static Johansen solve(double[][] changes, double[][] levels, int lags, int n, Deterministic deterministic) {
        int p = changes.length;
        HouseholderQr left = HouseholderQr.of(changes);
        HouseholderQr right = HouseholderQr.of(levels);
        double[][] product = new double[levels.length][];
        for (int j = 0; j < levels.length; j++) {
            product[j] = Arrays.copyOf(leftCoordinates(left, right, j), p);
        }
        SingularValues found = SingularValues.of(product);
        double[] eigenvalues = new double[p];
        double[] maxEigen = new double[p];
        double[] trace = new double[p];
        double[][] vectors = new double[p][];
        double sum = 0;
        for (int k = p - 1; k >= 0; k--) {
            double correlation = Math.min(1, found.values()[k]);
            eigenvalues[k] = correlation * correlation;
            maxEigen[k] = -n * Math.log1p(-eigenvalues[k]);
            sum += maxEigen[k];
            trace[k] = sum;
            double[] vector = right.solveTriangle(found.right()[k]);
            double first = vector[0];
            Arrays.setAll(vector, i -> vector[i] / first);
            vectors[k] = vector;
        }
        return new Johansen(
                eigenvalues,
                trace,
                maxEigen,
                OsterwaldLenum.trace(deterministic, p),
                OsterwaldLenum.maxEigen(deterministic, p),
                vectors,
                lags,
                n);
    }

    /** Coordinates, in the basis of the changes, of the j-th vector of the basis of the levels. */
    private static double[] leftCoordinates(HouseholderQr left, HouseholderQr right, int j) {
        double[] unit = right.basisVector(j);
        left.transposeInPlace(unit);
        return unit;
    }
}
