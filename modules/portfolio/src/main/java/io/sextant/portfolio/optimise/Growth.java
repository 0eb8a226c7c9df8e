package io.sextant.portfolio.optimise;

import io.sextant.portfolio.PortfolioRefusal;
import io.sextant.portfolio.program.ActiveSet;
import io.sextant.portfolio.program.Region;
import java.util.List;

/** The weights whose value would have grown fastest, rebalanced each period: Newton's steps, each a program over the limits. */
final class Growth {

    private static final int STEPS_MAX = 200;
    /** Growth of a period that no step can gain more than; what is left is rounding. */
    private static final double SETTLED = 1e-15;

    private Growth() {}

    static Solution solve(Market market, Limits limits) {
        double[][] scenarios = market.scenarios();
        if (scenarios.length < 2) {
            throw new PortfolioRefusal("Growth is of periods of which every asset's return is known, and there are "
                    + scenarios.length + ".");
        }
        Lift lift = Lift.of(limits);
        Region region = lift.region();
        double[] x = new ActiveSet(lift.matrix(market.covariance()), region).solve(new double[region.size()]);
        if (Double.isInfinite(growth(scenarios, lift.weights(x)))) {
            throw new PortfolioRefusal(
                    "The least volatile portfolio within the limits would have lost everything in one period:"
                            + " narrow the bounds.");
        }
        long steps = 0;
        double residual = Double.NaN;
        for (int round = 0; round < STEPS_MAX; round++) {
            double[] weights = lift.weights(x);
            double[] slope = slope(scenarios, weights);
            double[][] curvature = curvature(scenarios, weights);
            double[][] h = lift.matrix(curvature);
            double[] linear = lift.linear(slope);
            for (int i = 0; i < linear.length; i++) {
                linear[i] += Figures.dot(h[i], x);
            }
            ActiveSet program = new ActiveSet(h, region);
            double[] best = program.solve(linear);
            steps += program.steps();
            residual = program.residual();
            double gain = 0;
            double[] towards = lift.weights(best);
            for (int i = 0; i < weights.length; i++) {
                gain += slope[i] * (towards[i] - weights[i]);
            }
            if (gain < SETTLED) {
                return new Solution(towards, steps, Math.max(residual, Math.abs(gain)), List.of());
            }
            x = shorten(scenarios, lift, x, best, gain);
        }
        return new Solution(
                lift.weights(x), steps, residual, List.of("The search for growth stopped before it settled."));
    }

    /** Armijo's rule. */
    private static double[] shorten(double[][] scenarios, Lift lift, double[] from, double[] to, double gain) {
        double now = growth(scenarios, lift.weights(from));
        double share = 1;
        double[] tried = to;
        while (share > 1e-12 && !(growth(scenarios, lift.weights(tried)) >= now + 1e-4 * share * gain - SETTLED)) {
            share /= 2;
            tried = from.clone();
            for (int i = 0; i < tried.length; i++) {
                tried[i] += share * (to[i] - from[i]);
            }
        }
        return tried;
    }

    static double growth(double[][] scenarios, double[] weights) {
        double sum = 0;
        for (double[] row : scenarios) {
            double becomes = 1 + Figures.dot(row, weights);
            if (!(becomes > 0)) {
                return Double.NEGATIVE_INFINITY;
            }
            sum += Math.log(becomes);
        }
        return sum / scenarios.length;
    }

    private static double[] slope(double[][] scenarios, double[] weights) {
        double[] slope = new double[weights.length];
        for (double[] row : scenarios) {
            double share = 1 / ((1 + Figures.dot(row, weights)) * scenarios.length);
            for (int i = 0; i < slope.length; i++) {
                slope[i] += share * row[i];
            }
        }
        return slope;
    }

    private static double[][] curvature(double[][] scenarios, double[] weights) {
        int n = weights.length;
        double[][] curvature = new double[n][n];
        for (double[] row : scenarios) {
            double becomes = 1 + Figures.dot(row, weights);
            double share = 1 / (becomes * becomes * scenarios.length);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    curvature[i][j] += share * row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                curvature[j][i] = curvature[i][j];
            }
        }
        return curvature;
    }
}
