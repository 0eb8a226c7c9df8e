package io.sextant.portfolio.optimise;

import io.sextant.domain.portfolio.WeightTrouble;
import io.sextant.portfolio.PortfolioRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Weights of which each bears its budget of the risk: the least y'Sy / 2 - sum b log y (Spinu, 2013), coordinate by coordinate (Griveau-Billion,
 * Richard and Roncalli, A fast algorithm for computing high-dimensional risk parity portfolios, 2013).
 */
final class RiskBudgets {

    private static final int SWEEPS_MAX = 20_000;
    private static final double SETTLED = 1e-14;
    /** Shares that are farther off are no answer. */
    private static final double UNSETTLED = 1e-8;

    private RiskBudgets() {}

    static Solution solve(Market market, Map<String, Double> budgets) {
        Hierarchies.requireMovement(market);
        double[] b = shares(market, budgets);
        double[][] s = market.covariance();
        int n = b.length;
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = Math.sqrt(b[i] / s[i][i]);
        }
        double[] beside = new double[n];
        int sweeps = 0;
        double off = Double.POSITIVE_INFINITY;
        while (off > SETTLED && sweeps < SWEEPS_MAX) {
            for (int i = 0; i < n; i++) {
                beside[i] = Figures.dot(s[i], y);
            }
            off = 0;
            for (int i = 0; i < n; i++) {
                off = Math.max(off, Math.abs(y[i] * beside[i] - b[i]));
            }
            for (int i = 0; i < n; i++) {
                double others = Figures.dot(s[i], y) - s[i][i] * y[i];
                double root = Math.sqrt(others * others + 4 * s[i][i] * b[i]);
                // The positive root of s y^2 + others y - b = 0, by the form that does not cancel.
                y[i] = others > 0 ? 2 * b[i] / (others + root) : (root - others) / (2 * s[i][i]);
            }
            sweeps++;
        }
        double total = Arrays.stream(y).sum();
        double[] weights = Arrays.stream(y).map(v -> v / total).toArray();
        double[] contributions = Figures.of(market, weights).riskContributions();
        double residual = 0;
        for (int i = 0; i < n; i++) {
            residual = Math.max(residual, Math.abs(contributions[i] - b[i]));
        }
        if (!(residual < UNSETTLED)) {
            throw new PortfolioRefusal(
                    WeightTrouble.Code.NOT_FULL_RANK,
                    "No weights bear these budgets of the risk, because the covariance has not full rank: use one that is"
                            + " shrunk, or more returns than there are assets.");
        }
        return new Solution(weights, sweeps, residual, List.of());
    }

    private static double[] shares(Market market, Map<String, Double> budgets) {
        double[] b = new double[market.size()];
        if (budgets.isEmpty()) {
            Arrays.fill(b, 1.0 / b.length);
            return b;
        }
        for (String name : budgets.keySet()) {
            if (!market.names().contains(name)) {
                throw new PortfolioRefusal("There is a risk budget for " + name + ", which is none of the assets.");
            }
        }
        double total = 0;
        for (int i = 0; i < b.length; i++) {
            b[i] = budgets.getOrDefault(market.names().get(i), Double.NaN);
            if (!(b[i] > 0)) {
                throw new PortfolioRefusal("Every asset needs a risk budget above zero, and "
                        + market.names().get(i) + (Double.isNaN(b[i]) ? " has none." : " has " + b[i] + "."));
            }
            total += b[i];
        }
        double all = total;
        Arrays.setAll(b, i -> b[i] / all);
        return b;
    }
}
