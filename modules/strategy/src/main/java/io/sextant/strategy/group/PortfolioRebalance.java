package io.sextant.strategy.group;

import io.sextant.portfolio.PortfolioRefusal;
import io.sextant.portfolio.estimate.Covariance;
import io.sextant.portfolio.estimate.Covariances;
import io.sextant.portfolio.estimate.ReturnPanel;
import io.sextant.portfolio.optimise.Limits;
import io.sextant.portfolio.optimise.Market;
import io.sextant.portfolio.optimise.Method;
import io.sextant.portfolio.optimise.Optimiser;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Brings a portfolio back to its weights at each review, and between them when one has drifted out of its band (Leland 1999). {@code method} is 0
 * for equal weights, 1 by inverse volatility, 2 for the least volatility, 3 for equal risk, 4 for hierarchical risk parity. It fails where
 * one instrument runs away for years: it sells it all the way.
 */
public final class PortfolioRebalance implements StrategyKind {

    private static final int MOST = 100;
    private static final List<Method> METHODS = List.of(
            new Method.EqualWeight(),
            new Method.InverseVolatility(),
            new Method.MinVolatility(),
            new Method.RiskParity(Map.of()),
            new Method.Hrp(false));

    @Override
    public String name() {
        return "portfolio-rebalance";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("method", Parameter.Unit.COUNT, 0, METHODS.size() - 1, 0, 1),
                Parameter.bars("window", 10, 2_000, 120),
                new Parameter("band", Parameter.Unit.SHARE, 0.001, 1, 0.05, 0.01),
                Reviews.days(91));
    }

    @Override
    public Needs needs(Choice choice) {
        int window = choice.whole("window") + 1;
        return new Needs(2, MOST, window, window, List.of(), false, false, false);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new Balancing(choice);
    }

    private static final class Balancing implements StrategyRun {

        /** Where only the weights count, how many periods make a year does not. */
        private static final double PERIODS = 252;

        private final Method method;
        private final int rows;
        private final double band;
        private final Reviews reviews;
        private ClosePanel panel = new ClosePanel(0, 1);
        private double[] weights = {};
        private boolean waits;

        Balancing(Choice choice) {
            method = METHODS.get(choice.whole("method"));
            rows = choice.whole("window") + 1;
            band = choice.number("band");
            reviews = new Reviews(choice.number(Reviews.NAME));
        }

        @Override
        public void next(Scene scene, Wishes wishes) {
            int count = scene.instruments();
            if (weights.length == 0) {
                panel = new ClosePanel(count, rows);
                weights = new double[count];
                Arrays.fill(weights, Double.NaN);
            }
            waits |= reviews.isDue(scene.endNanos());
            if (!panel.add(scene) || !panel.isFull()) {
                return;
            }
            if (waits) {
                waits = false;
                weights = target(count);
                wish(scene, wishes, "review");
            } else if (drift(scene) > band) {
                wish(scene, wishes, "drifted");
            }
        }

        /** Those that were, where the new cannot be found. */
        private double[] target(int count) {
            try {
                List<String> names =
                        IntStream.range(0, count).mapToObj(Integer::toString).toList();
                ReturnPanel returns = new ReturnPanel(names, panel.returns());
                double[][] matrix = Covariances.of(returns, Covariance.LEDOIT_WOLF, Double.NaN)
                        .matrix();
                Market market = Market.of(names, new double[count], matrix, returns.rows(), PERIODS, 0);
                return Optimiser.solve(market, Limits.longOnly(count), method).weights();
            } catch (PortfolioRefusal noSolution) {
                return weights;
            }
        }

        private double drift(Scene scene) {
            double farthest = 0;
            for (int k = 0; k < weights.length; k++) {
                farthest = Math.max(farthest, Math.abs(held(scene, k) - weights[k]));
            }
            return farthest;
        }

        private static double held(Scene scene, int instrument) {
            return scene.heldUnits(instrument) * scene.close(instrument) / scene.equity();
        }

        private void wish(Scene scene, Wishes wishes, String code) {
            for (int k = 0; k < weights.length; k++) {
                if (!Double.isNaN(weights[k])) {
                    Reason why = Reason.of(code, new Figure("weight", weights[k]), new Figure("held", held(scene, k)));
                    wishes.hold(Target.strong(k, weights[k], why));
                }
            }
        }
    }
}
