package io.sextant.analytics.statistics;

import io.sextant.analytics.linear.LeastSquares;

/**
 * Does a series stay around a level or a trend (the null hypothesis), or wander? n^-2 times the sum of the squared running sums of the
 * residuals, over their long-run variance (Kwiatkowski, Phillips, Schmidt and Shin 1992). The p-value is interpolated in their table 1
 * and claims nothing beyond its ends, 0.01 and 0.1.
 */
public final class Kpss {

    private static final double[] PROBABILITIES = {0.01, 0.025, 0.05, 0.10};
    private static final double[] LEVEL = {0.739, 0.574, 0.463, 0.347};
    private static final double[] TREND = {0.216, 0.176, 0.146, 0.119};

    private Kpss() {}

    /** @throws IllegalArgumentException with a sentence, also for NONE: around nothing there is no staying */
    public static UnitRoot test(double[] values, int lags, Deterministic deterministic) {
        Series.checkLags(lags);
        Series.check(values, 5, "a KPSS test");
        int n = values.length;
        double[] residuals = switch (deterministic) {
            case NONE ->
                throw new IllegalArgumentException("a KPSS test is around a level or a trend; take const or trend");
            case CONSTANT -> Series.centred(values);
            case TREND ->
                LeastSquares.fit(values, Series.ones(n), Series.count(1, n)).residuals();
        };
        double[] table = deterministic == Deterministic.TREND ? TREND : LEVEL;
        double running = 0;
        double squares = 0;
        for (double each : residuals) {
            running += each;
            squares += running * running;
        }
        double variance = LongRunVariance.of(residuals, lags);
        if (!(variance > 0)) {
            throw new IllegalArgumentException("the series does not move, so there is nothing to test");
        }
        double statistic = squares / n / n / variance;
        return new UnitRoot(
                statistic, pValue(statistic, table), new CriticalValues(table[0], table[2], table[3]), lags, n);
    }

    private static double pValue(double statistic, double[] table) {
        if (statistic >= table[0]) {
            return PROBABILITIES[0];
        }
        int i = 1;
        while (i < table.length && statistic < table[i]) {
            i++;
        }
        if (i == table.length) {
            return PROBABILITIES[i - 1];
        }
        double share = (statistic - table[i]) / (table[i - 1] - table[i]);
        return PROBABILITIES[i] + share * (PROBABILITIES[i - 1] - PROBABILITIES[i]);
    }
}
