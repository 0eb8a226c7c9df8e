package io.sextant.portfolio.optimise;

import java.util.Map;

/** What the weights shall be best at. Figures are of a year, unless the name says otherwise. */
public sealed interface Method {

    record MinVolatility() implements Method {}

    /** The most return above the risk-free rate for each unit of volatility. */
    record MaxSharpe() implements Method {}

    /** The least volatility of all that return at least so much. */
    record TargetReturn(double expected) implements Method {}

    /** The most return of all that are at most so volatile. */
    record TargetVolatility(double volatility) implements Method {}

    /** The most of: return less half of {@code riskAversion} times the variance. */
    record MaxUtility(double riskAversion) implements Method {}

    /** The least mean of the worst 5% of periods (Rockafellar and Uryasev, Optimization of conditional value-at-risk, 2000). */
    record MinCvar() implements Method {}

    /** The least mean of the worst 5% of drawdowns of uncompounded returns (Chekhlov, Uryasev and Zabarankin, 2005). */
    record MinCdar() implements Method {}

    /**
     * Each asset bears its share of the risk (Maillard, Roncalli and Teiletche, 2010; Spinu, 2013).
     *
     * @param budgets by asset, in any unit; the same for all where empty
     */
    record RiskParity(Map<String, Double> budgets) implements Method {
        public RiskParity {
            budgets = Map.copyOf(budgets);
        }
    }

    /** The most of: mean volatility of the parts by volatility of the whole (Choueifaty and Coignard, 2008). */
    record MaxDiversification() implements Method {}

    /**
     * Lopez de Prado, Building diversified portfolios that outperform out of sample, 2016.
     *
     * @param direct link the distances sqrt((1 - rho) / 2) themselves, as PyPortfolioOpt does, and not the Euclidean distances between
     *     their columns, as the paper does
     */
    record Hrp(boolean direct) implements Method {}

    /** Raffinot, The hierarchical equal risk contribution portfolio, 2018, with Ward's linkage. */
    record Herc() implements Method {}

    /** Nested clustered optimisation of least variance (Lopez de Prado, A robust estimator of the efficient frontier, 2019). */
    record Nco() implements Method {}

    record EqualWeight() implements Method {}

    record InverseVolatility() implements Method {}

    /** The fastest growth over the periods that were (Kelly, 1956). */
    record Kelly() implements Method {}

    /**
     * The most utility under the worst means within {@code radius} standard errors of theirs (Goldfarb and Iyengar, Robust portfolio
     * selection problems, 2003; the ellipsoid of the estimated means).
     */
    record Robust(double radius, double riskAversion) implements Method {}

    /** The mean of the weights of most Sharpe ratio over {@code draws} histories drawn from the one that was (Michaud, 1998). */
    record Resampled(int draws, long seed) implements Method {}
}
