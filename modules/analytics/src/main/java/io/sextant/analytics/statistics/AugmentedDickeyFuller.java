package io.sextant.analytics.statistics;

import io.sextant.analytics.linear.LeastSquares;
import java.util.Arrays;

/**
 * Does a series wander (a unit root, the null hypothesis), or return to a level or a trend? The t-value of g in
 * dy_t = [a + bt] + g y_{t-1} + c_1 dy_{t-1} + ... + c_K dy_{t-K} + e_t (Dickey and Fuller 1979, Said and Dickey 1984), over the
 * observations that all lags leave.
 */
public final class AugmentedDickeyFuller {

    private AugmentedDickeyFuller() {}

    /** @throws IllegalArgumentException with a sentence, when the series is too short or does not move */
    public static UnitRoot test(double[] values, int lags, Deterministic deterministic) {
        Series.checkLags(lags);
        Series.check(values, 2 * lags + 5 + deterministic.columns(), "a Dickey-Fuller test with " + lags + " lags");
        double[] differences = Series.differences(values);
        int rows = differences.length - lags;
        double[] y = Arrays.copyOfRange(differences, lags, differences.length);
        double[][] columns = new double[1 + lags + deterministic.columns()][];
        columns[0] = Arrays.copyOfRange(values, lags, lags + rows);
        for (int k = 1; k <= lags; k++) {
            columns[k] = Arrays.copyOfRange(differences, lags - k, lags - k + rows);
        }
        int at = lags + 1;
        switch (deterministic) {
            case NONE -> {}
            case CONSTANT -> columns[at] = Series.ones(rows);
            case TREND -> {
                columns[at] = Series.ones(rows);
                columns[at + 1] = Series.count(1, rows);
            }
        }
        double statistic = LeastSquares.fit(y, columns).tValue(0);
        return new UnitRoot(
                statistic,
                MacKinnon.pValue(statistic, deterministic, 1),
                MacKinnon.criticalValues(deterministic, 1, rows),
                lags,
                rows);
    }
}
