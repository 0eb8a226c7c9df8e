package io.sextant.portfolio.optimise;

import io.sextant.domain.portfolio.WeightTrouble;
import io.sextant.domain.time.SeededRandom;
import io.sextant.portfolio.PortfolioRefusal;
import io.sextant.portfolio.estimate.Covariance;
import io.sextant.portfolio.estimate.Covariances;
import io.sextant.portfolio.estimate.ReturnPanel;
import io.sextant.portfolio.program.DrawdownCuts;
import io.sextant.portfolio.program.NotFeasibleException;
import io.sextant.portfolio.program.TailProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The weights that a method asks for within limits. */
public final class Optimiser {

    private static final int DRAWS_MAX = 10_000;

    private Optimiser() {}

    /** @throws PortfolioRefusal with a sentence for a person when there are none */
    public static Solution solve(Market market, Limits limits, Method method) {
        try {
            return limits.heldMax() < market.size()
                    ? Cardinality.solve(market, limits, method)
                    : within(market, limits, method);
        } catch (NotFeasibleException nothing) {
            throw new PortfolioRefusal(
                    "These limits cannot hold together: " + String.join("; ", nothing.conflict()) + ".");
        }
    }

    /** The corners of the frontier, least volatility first. */
    public static List<double[]> frontier(Market market, Limits limits) {
        try {
            return new Frontiers(market, limits).corners();
        } catch (NotFeasibleException nothing) {
            throw new PortfolioRefusal(
                    "These limits cannot hold together: " + String.join("; ", nothing.conflict()) + ".");
        }
    }

    static Solution within(Market market, Limits limits, Method method) {
        return switch (method) {
            case Method.MinVolatility() -> new Frontiers(market, limits).minVolatility();
            case Method.MaxSharpe() -> new Frontiers(market, limits).maxSharpe();
            case Method.TargetReturn(double expected) -> new Frontiers(market, limits).targetReturn(expected);
            case Method.TargetVolatility(double volatility) ->
                new Frontiers(market, limits).targetVolatility(volatility);
            case Method.MaxUtility(double riskAversion) -> new Frontiers(market, limits).maxUtility(riskAversion);
            case Method.MinCvar() -> tail(market, limits, false);
            case Method.MinCdar() -> tail(market, limits, true);
            case Method.RiskParity parity -> kept(market, limits, RiskBudgets.solve(market, parity.budgets()));
            case Method.MaxDiversification() -> new Frontiers(market, limits).maxDiversification();
            case Method.Hrp(boolean direct) -> {
                Hierarchies.requireMovement(market);
                yield kept(market, limits, Solution.plain(Hierarchies.hrp(market, direct)));
            }
            case Method.Herc() -> {
                Hierarchies.requireMovement(market);
                yield kept(market, limits, Solution.plain(Hierarchies.herc(market)));
            }
            case Method.Nco() -> {
                Hierarchies.requireMovement(market);
                yield kept(market, limits, Hierarchies.nco(market));
            }
            case Method.EqualWeight() -> kept(market, limits, Solution.plain(equal(market.size())));
            case Method.InverseVolatility() -> kept(market, limits, Solution.plain(inverseVolatility(market)));
            case Method.Kelly() -> Growth.solve(market, limits);
            case Method.Robust(double radius, double riskAversion) ->
                new Frontiers(market, limits).robust(radius, riskAversion, market.scenarios().length);
            case Method.Resampled(int draws, long seed) -> resampled(market, limits, draws, seed);
        };
    }

    private static double[] equal(int size) {
        double[] weights = new double[size];
        Arrays.fill(weights, 1.0 / size);
        return weights;
    }

    private static double[] inverseVolatility(Market market) {
        Hierarchies.requireMovement(market);
        double[] weights = new double[market.size()];
        Arrays.setAll(weights, i -> 1 / Math.sqrt(market.covariance()[i][i]));
        double total = Arrays.stream(weights).sum();
        Arrays.setAll(weights, i -> weights[i] / total);
        return weights;
    }

    /** Weights that follow a rule of their own either lie within the limits or are not what was asked for. */
    private static Solution kept(Market market, Limits limits, Solution solution) {
        double[] weights = solution.weights();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < limits.lower()[i] - 1e-9 || weights[i] > limits.upper()[i] + 1e-9) {
                throw new PortfolioRefusal(new WeightTrouble(
                        WeightTrouble.Code.BEYOND_BOUNDS,
                        market.names().get(i),
                        weights[i],
                        "This method gives " + market.names().get(i) + " " + Frontiers.percent(weights[i])
                                + ", which the bounds do not allow, and it knows no bounds: widen them, or choose one"
                                + " of min-volatility, max-sharpe, max-diversification, min-cvar."));
            }
        }
        double traded = 0;
        double gross = 0;
        for (int i = 0; i < weights.length; i++) {
            traded += Math.abs(weights[i] - limits.current()[i]);
            gross += Math.abs(weights[i]);
        }
        double breach = Math.max(
                limits.region().breach(weights), Math.max(traded - limits.turnoverMax(), gross - limits.grossMax()));
        if (breach > 1e-9) {
            throw new PortfolioRefusal(
                    WeightTrouble.Code.BEYOND_LIMITS,
                    "This method knows no limits, and its weights do not lie within those that were given: choose one of"
                            + " min-volatility, max-sharpe, max-diversification, min-cvar.");
        }
        return solution;
    }

    private static Solution tail(Market market, Limits limits, boolean drawdowns) {
        int periods = market.scenarios().length;
        if (periods < 1 / Figures.TAIL) {
            throw new PortfolioRefusal("The worst 5% of " + periods
                    + " periods of which every asset's return is known is less than one of them: 20 are needed.");
        }
        Lift lift = Lift.of(limits);
        double[][] returns = new double[periods][];
        Arrays.setAll(returns, t -> lift.linear(market.scenarios()[t]));
        TailProgram.Answer answer = drawdowns
                ? DrawdownCuts.solve(returns, lift.region(), Figures.TAIL)
                : TailProgram.solve(returns, lift.region(), Figures.TAIL);
        return new Solution(lift.weights(answer.x()), answer.iterations(), answer.residual(), List.of());
    }

    private static Solution resampled(Market market, Limits limits, int draws, long seed) {
        int periods = market.scenarios().length;
        if (draws < 1 || draws > DRAWS_MAX) {
            throw new PortfolioRefusal("There are 1 to " + DRAWS_MAX + " draws, not " + draws + ".");
        }
        if (periods <= 2) {
            throw new PortfolioRefusal(
                    "Histories are drawn from periods of which every asset's return is known, and there are " + periods
                            + ".");
        }
        RandomGenerator chance = new SeededRandom(seed);
        double[] mean = new double[market.size()];
        int without = 0;
        long steps = 0;
        for (int draw = 0; draw < draws; draw++) {
            Frontiers drawn = new Frontiers(draw(market, chance), limits);
            Solution solution;
            try {
                solution = drawn.maxSharpe();
            } catch (PortfolioRefusal noPremium) {
                solution = drawn.minVolatility();
                without++;
            }
            steps += solution.iterations();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += solution.weights()[i] / draws;
            }
        }
        List<String> notes = new ArrayList<>();
        if (without > 0) {
            notes.add(
                    "In " + without + " of " + draws
                            + " drawn histories nothing earned more than the risk-free rate; their least volatile portfolio counts.");
        }
        return new Solution(mean, steps, Double.NaN, notes);
    }

    /** As many periods, each one that was; the means move as they do, around those that were given. */
    private static Market draw(Market market, RandomGenerator chance) {
        double[][] scenarios = market.scenarios();
        double[][] columns = new double[market.size()][scenarios.length];
        for (int t = 0; t < scenarios.length; t++) {
            double[] row = scenarios[chance.nextInt(scenarios.length)];
            for (int i = 0; i < columns.length; i++) {
                columns[i][t] = row[i];
            }
        }
        double[] means = new double[market.size()];
        for (int i = 0; i < means.length; i++) {
            double was = 0;
            for (double[] row : scenarios) {
                was += row[i] / scenarios.length;
            }
            means[i] = market.means()[i]
                    + market.periods() * (Arrays.stream(columns[i]).average().orElseThrow() - was);
        }
        double[][] covariance = Covariances.of(new ReturnPanel(market.names(), columns), Covariance.SAMPLE, Double.NaN)
                .matrix();
        for (double[] row : covariance) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= market.periods();
            }
        }
        return market.with(means, covariance, market.riskFree());
    }
}
