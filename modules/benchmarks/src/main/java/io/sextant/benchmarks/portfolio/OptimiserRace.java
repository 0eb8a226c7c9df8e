package io.sextant.benchmarks.portfolio;

import io.sextant.domain.time.SeededRandom;
import io.sextant.portfolio.optimise.Figures;
import io.sextant.portfolio.optimise.Limits;
import io.sextant.portfolio.optimise.Market;
import io.sextant.portfolio.optimise.Method;
import io.sextant.portfolio.optimise.Optimiser;
import io.sextant.portfolio.optimise.Solution;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

/**
 * Least variance, best Sharpe ratio and the frontier of 500 long-only assets of four common factors and 1,000 days, beside ojAlgo's programs
 * called plainly.
 */
public final class OptimiserRace {

    private static final int ASSETS = Integer.getInteger("sextant.assets", 500);
    private static final int DAYS = 1_000;
    private static final int RUNS = Integer.getInteger("sextant.runs", 7);
    private static final double RISK_FREE = 0.02;

    private OptimiserRace() {}

    public static void main(String[] arguments) {
        Market market = market(new SeededRandom(7));
        Limits limits = Limits.longOnly(ASSETS);
        Solution least =
                race("ours, least variance", RUNS, () -> Optimiser.solve(market, limits, new Method.MinVolatility()));
        System.out.printf(
                Locale.ENGLISH,
                "  residual %.1e, volatility %.10f%n",
                least.kkt(),
                volatility(market, least.weights()));
        double[] plain = race("ojAlgo, least variance", 1, () -> plainVariance(market));
        System.out.printf(
                Locale.ENGLISH,
                "  residual %.1e, volatility %.10f%n",
                residual(market, plain, new double[ASSETS]),
                volatility(market, plain));

        Solution best =
                race("ours, best Sharpe ratio", RUNS, () -> Optimiser.solve(market, limits, new Method.MaxSharpe()));
        System.out.printf(
                Locale.ENGLISH,
                "  residual %.1e, Sharpe %.10f%n",
                best.kkt(),
                Figures.of(market, best.weights()).sharpe());
        double[] ratio = race("ojAlgo, best Sharpe ratio", 1, () -> plainSharpe(market));
        System.out.printf(
                Locale.ENGLISH, "  Sharpe %.10f%n", Figures.of(market, ratio).sharpe());

        List<double[]> corners = race("ours, whole frontier", RUNS, () -> Optimiser.frontier(market, limits));
        System.out.printf(Locale.ENGLISH, "  %d corners%n", corners.size());
    }

    /** The first run, with classes not loaded and nothing compiled, and the best of {@code runs} after it. */
    private static <T> T race(String name, int runs, Supplier<T> work) {
        double best = Double.POSITIVE_INFINITY;
        long begin = System.nanoTime();
        T made = work.get();
        double first = (System.nanoTime() - begin) / 1e6;
        for (int run = 0; run < runs; run++) {
            long from = System.nanoTime();
            made = work.get();
            best = Math.min(best, (System.nanoTime() - from) / 1e6);
        }
        System.out.printf(
                Locale.ENGLISH, "%-28s first run %8.1f ms, best of %d after it %8.1f ms%n", name, first, runs, best);
        return made;
    }

    private static Market market(RandomGenerator chance) {
        double[][] factors = new double[4][DAYS];
        for (double[] factor : factors) {
            Arrays.setAll(factor, t -> 0.008 * chance.nextGaussian());
        }
        double[][] days = new double[DAYS][ASSETS];
        double[] means = new double[ASSETS];
        for (int i = 0; i < ASSETS; i++) {
            double own = 0.005 + 0.02 * chance.nextDouble();
            double drift = 0.0002 + 0.0004 * chance.nextGaussian();
            double[] beta = {
                0.5 + chance.nextDouble(),
                chance.nextGaussian() / 2,
                chance.nextGaussian() / 2,
                chance.nextGaussian() / 2
            };
            for (int t = 0; t < DAYS; t++) {
                double common = 0;
                for (int f = 0; f < beta.length; f++) {
                    common += beta[f] * factors[f][t];
                }
                days[t][i] = drift + common + own * chance.nextGaussian();
                means[i] += days[t][i] / DAYS;
            }
        }
        double[][] s = new double[ASSETS][ASSETS];
        for (double[] day : days) {
            for (int i = 0; i < ASSETS; i++) {
                for (int j = 0; j < ASSETS; j++) {
                    s[i][j] += (day[i] - means[i]) * (day[j] - means[j]) * 252 / (DAYS - 1);
                }
            }
        }
        double[] annual = Arrays.stream(means).map(m -> m * 252).toArray();
        List<String> names = IntStream.range(0, ASSETS).mapToObj(i -> "A" + i).toList();
        return Market.of(names, annual, s, days, 252, RISK_FREE);
    }

    private static double[] plainVariance(Market market) {
        double[] ones = new double[ASSETS];
        Arrays.fill(ones, 1);
        return plain(market, ones);
    }

    /** The least variance of what earns one above risk-free, scaled to all of the money. */
    private static double[] plainSharpe(Market market) {
        double[] weights = plain(
                market, Arrays.stream(market.means()).map(m -> m - RISK_FREE).toArray());
        double total = Arrays.stream(weights).sum();
        Arrays.setAll(weights, i -> weights[i] / total);
        return weights;
    }

    /** The least x'Sx / 2 with row'x = 1 and no x below 0, as ojAlgo's manual calls its convex solver. */
    private static double[] plain(Market market, double[] row) {
        R064Store s = R064Store.FACTORY.make(ASSETS, ASSETS);
        R064Store equation = R064Store.FACTORY.make(1, ASSETS);
        R064Store negative = R064Store.FACTORY.make(ASSETS, ASSETS);
        R064Store one = R064Store.FACTORY.make(1, 1);
        one.set(0, 0, 1.0);
        for (int i = 0; i < ASSETS; i++) {
            equation.set(0, i, row[i]);
            negative.set(i, i, -1.0);
            for (int j = 0; j < ASSETS; j++) {
                s.set(i, j, market.covariance()[i][j]);
            }
        }
        ConvexSolver solver = ConvexSolver.newBuilder()
                .objective(s, R064Store.FACTORY.make(ASSETS, 1))
                .equalities(equation, one)
                .inequalities(negative, R064Store.FACTORY.make(ASSETS, 1))
                .build();
        Optimisation.Result result = solver.solve();
        double[] weights = new double[ASSETS];
        Arrays.setAll(weights, result::doubleValue);
        return weights;
    }

    private static double volatility(Market market, double[] weights) {
        return Figures.of(market, weights).volatility();
    }

    /** Of x'Hx / 2 - c'x on the simplex: gradients of what is held are one number, others not below it; against the largest. */
    private static double residual(Market market, double[] weights, double[] linear) {
        double[] slopes = new double[ASSETS];
        double common = 0;
        double largest = 0;
        for (int i = 0; i < ASSETS; i++) {
            slopes[i] = -linear[i];
            for (int j = 0; j < ASSETS; j++) {
                slopes[i] += market.covariance()[i][j] * weights[j];
            }
            common += weights[i] * slopes[i];
            largest = Math.max(largest, Math.abs(slopes[i]));
        }
        double worst = Math.abs(Arrays.stream(weights).sum() - 1);
        for (int i = 0; i < ASSETS; i++) {
            double off = slopes[i] - common;
            worst = Math.max(worst, (weights[i] > 1e-7 ? Math.abs(off) : -off) / largest);
        }
        return worst;
    }
}
