package io.sextant.portfolio.optimise;

import io.sextant.portfolio.PortfolioRefusal;
import io.sextant.portfolio.program.NotFeasibleException;
import io.sextant.portfolio.program.TailOptimality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * At most so many assets: the smallest weights go until so many are left, then each that is left is tried against each that went, until no
 * exchange is better. Which subset is best of all is a hard question, and the note says that this one was not proven to be it.
 */
final class Cardinality {

    private static final int ROUNDS_MAX = 5;
    private static final double NOTHING = 1e-9;

    private final Market market;
    private final Limits limits;
    private final Method method;
    private long steps;

    private Cardinality(Market market, Limits limits, Method method) {
        this.market = market;
        this.limits = limits;
        this.method = method;
    }

    static Solution solve(Market market, Limits limits, Method method) {
        if (limits.heldMax() < 1) {
            throw new PortfolioRefusal("At least one asset is held, not " + limits.heldMax() + ".");
        }
        if (!isAnOptimum(method)) {
            throw new PortfolioRefusal(
                    "This method holds every asset, and at most " + limits.heldMax() + " of " + market.size()
                            + " shall be: leave assets out of the file, or choose a method that looks for an optimum.");
        }
        for (int i = 0; i < limits.size(); i++) {
            if (limits.lower()[i] > 0 && limits.heldMax() < limits.size()) {
                throw new PortfolioRefusal("At most " + limits.heldMax() + " of " + limits.size()
                        + " assets shall be held, and the lower bound wants some of "
                        + market.names().get(i)
                        + " in any case: a limit on how many needs a lower bound of 0.");
            }
        }
        return new Cardinality(market, limits, method).search();
    }

    private Solution search() {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < market.size(); i++) {
            kept.add(i);
        }
        Solution best = only(kept);
        if (best == null) {
            return Optimiser.within(market, limits, method);
        }
        while (held(best) > limits.heldMax()) {
            double[] weights = best.weights();
            kept = new ArrayList<>(
                    kept.stream().filter(i -> Math.abs(weights[i]) > NOTHING).toList());
            kept.sort(Comparator.comparingDouble((Integer i) -> -Math.abs(weights[i])));
            int left = Math.max(limits.heldMax(), Math.min(kept.size() - 1, kept.size() * 3 / 4));
            kept = new ArrayList<>(kept.subList(0, left));
            best = only(kept);
            if (best == null) {
                throw new PortfolioRefusal("With at most " + limits.heldMax()
                        + " assets the other limits could not be met: allow more of them, or widen the bounds.");
            }
        }
        best = exchange(best, kept);
        List<String> notes = new ArrayList<>(best.notes());
        notes.add("The " + held(best)
                + " assets were found by leaving out and exchanging; that no other choice is better is not proven.");
        return new Solution(best.weights(), steps, best.kkt(), notes);
    }

    private Solution exchange(Solution start, List<Integer> kept) {
        Solution best = start;
        double value = value(best);
        boolean better = market.size() <= 60;
        for (int round = 0; better && round < ROUNDS_MAX; round++) {
            better = false;
            for (int in = 0; in < market.size(); in++) {
                for (int place = 0; place < kept.size() && !kept.contains(in); place++) {
                    List<Integer> other = new ArrayList<>(kept);
                    other.set(place, in);
                    Solution tried = only(other);
                    if (tried != null && value(tried) < value - 1e-12) {
                        best = tried;
                        value = value(tried);
                        kept.set(place, in);
                        better = true;
                    }
                }
            }
        }
        return best;
    }

    private int held(Solution solution) {
        return (int) Arrays.stream(solution.weights())
                .filter(w -> Math.abs(w) > NOTHING)
                .count();
    }

    /** The others may not be held; null where nothing lies within the limits then. */
    private @Nullable Solution only(List<Integer> kept) {
        double[] lower = new double[limits.size()];
        double[] upper = new double[limits.size()];
        for (int i : kept) {
            lower[i] = limits.lower()[i];
            upper[i] = limits.upper()[i];
        }
        try {
            Solution solution =
                    Optimiser.within(market, limits.withBounds(lower, upper).withHeldMax(Integer.MAX_VALUE), method);
            steps += solution.iterations();
            return solution;
        } catch (NotFeasibleException | PortfolioRefusal not) {
            return null;
        }
    }

    /** What the method wants little of. */
    private double value(Solution solution) {
        Figures figures = Figures.net(market, limits, solution.weights());
        double variance = figures.volatility() * figures.volatility();
        return switch (method) {
            case Method.MaxSharpe _ -> -figures.sharpe();
            case Method.MaxUtility(double aversion) -> aversion / 2 * variance - figures.expectedReturn();
            case Method.Robust(double radius, double aversion) ->
                Frontiers.unsure(market, radius, market.scenarios().length) * figures.volatility()
                        + aversion / 2 * variance
                        - figures.expectedReturn();
            case Method.TargetVolatility _ -> -figures.expectedReturn();
            case Method.MinCvar _ -> figures.cvar95();
            case Method.MinCdar _ ->
                Figures.conditionalLoss(TailOptimality.losses(market.scenarios(), solution.weights(), true));
            case Method.Kelly _ -> -Growth.growth(market.scenarios(), solution.weights());
            case Method.MaxDiversification _ -> -diversification(solution.weights(), figures.volatility());
            case Method.MinVolatility _, Method.TargetReturn _ -> figures.volatility();
            case Method.RiskParity _,
                    Method.Hrp _,
                    Method.Herc _,
                    Method.Nco _,
                    Method.EqualWeight _,
                    Method.InverseVolatility _,
                    Method.Resampled _ -> throw new IllegalStateException(method + " holds what it holds");
        };
    }

    private double diversification(double[] weights, double volatility) {
        double parts = 0;
        for (int i = 0; i < weights.length; i++) {
            parts += weights[i] * Math.sqrt(market.covariance()[i][i]);
        }
        return parts / volatility;
    }

    private static boolean isAnOptimum(Method method) {
        return switch (method) {
            case Method.MinVolatility _,
                    Method.MaxSharpe _,
                    Method.TargetReturn _,
                    Method.TargetVolatility _,
                    Method.MaxUtility _,
                    Method.MinCvar _,
                    Method.MinCdar _,
                    Method.MaxDiversification _,
                    Method.Kelly _,
                    Method.Robust _ -> true;
            case Method.RiskParity _,
                    Method.Hrp _,
                    Method.Herc _,
                    Method.Nco _,
                    Method.EqualWeight _,
                    Method.InverseVolatility _,
                    Method.Resampled _ -> false;
        };
    }
}
