package io.sextant.analytics.statistics;

import io.sextant.analytics.distribution.Tails;
import io.sextant.analytics.linear.LeastSquares;
import java.util.Arrays;

/**
 * Does the past of x help to tell y beyond y's own past? Two regressions of y_t on a constant and the last {@code lags} values of y, one of
 * them with those of x too, compared by F (Granger 1969).
 */
public record GrangerCausality(double statistic, double pValue, int degreesAbove, int degreesBelow) {

    public static GrangerCausality test(double[] cause, double[] effect, int lags) {
        if (lags < 1) {
            throw new IllegalArgumentException("a test of causality takes at least one lag");
        }
        if (cause.length != effect.length) {
            throw new IllegalArgumentException(
                    "the two series are " + cause.length + " and " + effect.length + " long");
        }
        Series.check(cause, 3 * lags + 3, "a test of causality with " + lags + " lags");
        Series.check(effect, 3 * lags + 3, "a test of causality with " + lags + " lags");
        int rows = effect.length - lags;
        double[] y = Arrays.copyOfRange(effect, lags, effect.length);
        double[][] columns = new double[1 + 2 * lags][];
        columns[0] = Series.ones(rows);
        for (int k = 1; k <= lags; k++) {
            columns[k] = Arrays.copyOfRange(effect, lags - k, lags - k + rows);
            columns[lags + k] = Arrays.copyOfRange(cause, lags - k, lags - k + rows);
        }
        double alone = LeastSquares.fit(y, Arrays.copyOf(columns, lags + 1)).residualSquares();
        double both = LeastSquares.fit(y, columns).residualSquares();
        int below = rows - columns.length;
        double statistic = (alone - both) / lags / (both / below);
        return new GrangerCausality(statistic, Tails.fisher(statistic, lags, below), lags, below);
    }
}
