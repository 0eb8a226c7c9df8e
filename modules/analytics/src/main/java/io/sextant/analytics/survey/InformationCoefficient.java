package io.sextant.analytics.survey;

import io.sextant.analytics.statistics.LongRunVariance;

/**
 * Spearman's correlation of a feature with the return over the bars that came next. Returns over several bars overlap and features
 * remember, so the products of ranks are no independent draws: the error is that of the slope of one standardised rank on the other
 * with the covariances of Newey and West (1987). It is exact to the first order where there is no relation, which is what it is
 * asked for.
 *
 * @param standardError NaN where there are too few bars to tell it
 * @param count the pairs that it is made of
 * @param lags so many bars apart, products still counted as related
 */
public record InformationCoefficient(int horizonBars, double value, double standardError, int count, int lags) {

    private static final int LEAST_PAIRS = 30;
    private static final double WIDE = 1.959963984540054;

    /** Of rows {@code [from, to)} of a feature and of the returns from {@link ForwardReturns}. */
    public static InformationCoefficient of(double[] feature, double[] returns, int horizonBars, int from, int to) {
        Pairs pairs = Pairs.of(feature, returns, from, to);
        int count = pairs.count();
        int lags = lags(count, horizonBars);
        if (count < LEAST_PAIRS) {
            return new InformationCoefficient(horizonBars, Double.NaN, Double.NaN, count, lags);
        }
        double value = pairs.rankCorrelation();
        double error = Double.isNaN(value) || count < 4 * lags ? Double.NaN : error(pairs, value, lags);
        return new InformationCoefficient(horizonBars, value, error, count, lags);
    }

    public static InformationCoefficient of(double[] feature, double[] returns, int horizonBars) {
        return of(feature, returns, horizonBars, 0, returns.length);
    }

    /**
     * Three times the overlap, because Bartlett's weights fall from the first lag on and would take too little of it, and what Newey
     * and West (1994) take in any case.
     */
    static int lags(int count, int horizonBars) {
        return 3 * (horizonBars - 1) + (int) (4 * Math.pow(count / 100.0, 2 / 9.0));
    }

    private static double error(Pairs pairs, double slope, int lags) {
        double[] u = Ranks.standardised(pairs.x());
        double[] v = Ranks.standardised(pairs.y());
        double[] scores = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            scores[i] = u[i] * (v[i] - slope * u[i]);
        }
        return Math.sqrt(Math.max(0, LongRunVariance.of(scores, lags)) / u.length);
    }

    /** How many errors it is from zero. */
    public double statistic() {
        return value / standardError;
    }

    /** The ends of the interval that holds it in 95 of 100 cases. */
    public double low() {
        return value - WIDE * standardError;
    }

    public double high() {
        return value + WIDE * standardError;
    }

    /** Whether zero is outside of that interval; chance alone does this to one feature in twenty. */
    public boolean isApartFromZero() {
        return low() > 0 || high() < 0;
    }
}
