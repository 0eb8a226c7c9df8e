package io.sextant.portfolio.optimise;

import java.util.Arrays;

/**
 * What weights would have meant.
 *
 * @param expectedReturn of a year
 * @param volatility of a year
 * @param sharpe NaN where nothing moves
 * @param cvar95 mean loss of the worst 5% of periods, as a positive fraction; NaN where no period is known
 * @param riskContributions shares of the variance, which add up to 1; NaN where nothing moves
 */
public record Figures(
        double expectedReturn, double volatility, double sharpe, double cvar95, double[] riskContributions) {

    static final double TAIL = 0.05;
    /** A variance that is less of the largest is what rounding leaves of none. */
    static final double NOTHING = 1e-13;

    /** With what it costs to come from the present weights to these taken off the expected return once, as the optimiser counts it. */
    public static Figures net(Market market, Limits limits, double[] weights) {
        Figures gross = of(market, weights);
        double costs = limits.costsOf(weights);
        double expected = gross.expectedReturn() - costs;
        return new Figures(
                expected,
                gross.volatility(),
                Double.isNaN(gross.sharpe()) ? Double.NaN : (expected - market.riskFree()) / gross.volatility(),
                gross.cvar95(),
                gross.riskContributions());
    }

    public static Figures of(Market market, double[] weights) {
        int n = weights.length;
        double expected = dot(market.means(), weights);
        double[] beside = new double[n];
        for (int i = 0; i < n; i++) {
            beside[i] = dot(market.covariance()[i], weights);
        }
        double variance = Math.max(0, dot(beside, weights));
        double volatility = Math.sqrt(variance);
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, market.covariance()[i][i]);
        }
        boolean moves = variance > NOTHING * largest;
        double[] contributions = new double[n];
        for (int i = 0; i < n; i++) {
            contributions[i] = moves ? weights[i] * beside[i] / variance : Double.NaN;
        }
        return new Figures(
                expected,
                volatility,
                moves ? (expected - market.riskFree()) / volatility : Double.NaN,
                conditionalLoss(losses(market.scenarios(), weights)),
                contributions);
    }

    static double[] losses(double[][] scenarios, double[] weights) {
        double[] losses = new double[scenarios.length];
        Arrays.setAll(losses, t -> -dot(scenarios[t], weights));
        return losses;
    }

    /** Rockafellar and Uryasev: the mean of the worst share, the period at its edge counting by the part of it that belongs to it. */
    static double conditionalLoss(double[] losses) {
        if (losses.length == 0) {
            return Double.NaN;
        }
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        double tail = TAIL * sorted.length;
        double left = tail;
        double sum = 0;
        for (int k = sorted.length - 1; k >= 0 && left > 0; k--) {
            sum += Math.min(1, left) * sorted[k];
            left -= 1;
        }
        return sum / tail;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
