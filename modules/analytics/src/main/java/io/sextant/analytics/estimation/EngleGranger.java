package io.sextant.analytics.estimation;

import io.sextant.analytics.linear.LeastSquares;
import io.sextant.analytics.statistics.AugmentedDickeyFuller;
import io.sextant.analytics.statistics.CriticalValues;
import io.sextant.analytics.statistics.Deterministic;
import io.sextant.analytics.statistics.MacKinnon;
import io.sextant.analytics.statistics.Series;
import java.util.Arrays;

/**
 * Do series that wander keep together (Engle and Granger 1987)? y = alpha + beta_1 x_1 + ... + e by least squares, then a Dickey-Fuller
 * test of e without constant and trend, read in MacKinnon's tables for the number of series. {@code halfLife}, in observations, is
 * -ln 2 / b from de_t = a + b e_{t-1}: how long half of a distance takes to close; infinite when it does not.
 */
public record EngleGranger(
        double alpha,
        double[] beta,
        double statistic,
        double pValue,
        CriticalValues criticalValues,
        double halfLife,
        double rSquared,
        double[] residuals,
        int lags,
        int observations) {

    /**
     * @param lags lagged differences in the test of the residuals
     * @throws IllegalArgumentException with a sentence, when the series are too short or one tells another exactly
     */
    public static EngleGranger test(double[] y, double[][] x, int lags) {
        if (x.length == 0) {
            throw new IllegalArgumentException("a long-run relation takes at least two series");
        }
        Series.checkLags(lags);
        int least = 2 * lags + x.length + 8;
        Series.check(y, least, "a test of a long-run relation with " + lags + " lags");
        double[][] columns = new double[1 + x.length][];
        columns[0] = Series.ones(y.length);
        for (int j = 0; j < x.length; j++) {
            Series.check(x[j], least, "a test of a long-run relation with " + lags + " lags");
            columns[j + 1] = x[j];
        }
        LeastSquares fit = LeastSquares.fit(y, columns);
        double[] residuals = fit.residuals();
        double statistic =
                AugmentedDickeyFuller.test(residuals, lags, Deterministic.NONE).statistic();
        int series = 1 + x.length;
        return new EngleGranger(
                fit.coefficients()[0],
                Arrays.copyOfRange(fit.coefficients(), 1, series),
                statistic,
                MacKinnon.pValue(statistic, Deterministic.CONSTANT, series),
                MacKinnon.criticalValues(Deterministic.CONSTANT, series, y.length - 1),
                halfLife(residuals),
                fit.rSquared(),
                residuals,
                lags,
                y.length);
    }

    /** Of the distance of a series from its mean. */
    public static double halfLife(double[] spread) {
        double[] before = Arrays.copyOf(spread, spread.length - 1);
        double speed = LeastSquares.fit(Series.differences(spread), Series.ones(before.length), before)
                .coefficients()[1];
        return speed < 0 ? -Math.log(2) / speed : Double.POSITIVE_INFINITY;
    }
}
