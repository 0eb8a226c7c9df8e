package io.sextant.risk.measure;

import java.util.Locale;

/** How the bad days to come are told from the days that were. */
public enum TailMethod {
    /** The days that were, each as likely as the other. */
    HISTORICAL(2),
    /** A normal law with the mean and deviation of the days. */
    PARAMETRIC(2),
    /** Student's t, its place, scale and degrees of freedom by maximum likelihood. */
    STUDENT(20),
    /** Normal quantiles bent by skewness and kurtosis (Cornish and Fisher 1938). */
    CORNISH_FISHER(4),
    /** A normal law whose variance forgets the past by 6% a day (RiskMetrics 1996). */
    EWMA(21),
    /** The days that were, as large as today's volatility would make them (Barone-Adesi, Giannopoulos and Vosper 1999). */
    FILTERED(60),
    /** Days that were drawn: each asset's own law, joined by a copula. */
    MONTE_CARLO(20),
    /** A generalised Pareto law beyond a threshold (McNeil and Frey 2000, without their filter). */
    EVT(200);

    private final int fewestReturns;

    TailMethod(int fewestReturns) {
        this.fewestReturns = fewestReturns;
    }

    /** Below it nothing is claimed. */
    public int fewestReturns() {
        return fewestReturns;
    }

    /** As it is written on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
