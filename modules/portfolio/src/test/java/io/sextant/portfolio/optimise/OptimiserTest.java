package io.sextant.portfolio.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import io.sextant.portfolio.PortfolioRefusal;
import io.sextant.portfolio.estimate.Covariance;
import io.sextant.portfolio.estimate.Covariances;
import io.sextant.portfolio.estimate.MeanKind;
import io.sextant.portfolio.estimate.Means;
import io.sextant.portfolio.estimate.ReturnPanel;
import io.sextant.portfolio.program.LinearRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OptimiserTest {

    static final int DAYS = 250;

    static Market market(int size, long seed) {
        SeededRandom chance = new SeededRandom(seed);
        double[][] returns = new double[size][DAYS];
        double[] common = chance.doubles(DAYS).map(u -> 0.02 * (u - 0.48)).toArray();
        for (int i = 0; i < size; i++) {
            double own = 0.005 + 0.02 * chance.nextDouble();
            double drift = 0.001 * chance.nextDouble();
            for (int t = 0; t < DAYS; t++) {
                returns[i][t] = drift + (0.5 + i % 3 * 0.4) * common[t] + own * chance.nextGaussian();
            }
        }
        List<String> names = IntStream.range(0, size).mapToObj(i -> "A" + i).toList();
        ReturnPanel panel = new ReturnPanel(names, returns);
        double[][] s = Covariances.of(panel, Covariance.SAMPLE, Double.NaN).matrix();
        double[] means = Means.of(panel, MeanKind.ARITHMETIC, s, 252, 0.01);
        for (double[] row : s) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= 252;
            }
        }
        return Market.of(names, means, s, panel.rows(), 252, 0.01);
    }

    /** No one of many random portfolios within the same limits is better than the one that was found. */
    private static void assertNoneIsBetter(
            Market market, Limits limits, Method method, ToDoubleFunction<double[]> badness) {
        Solution found = Optimiser.solve(market, limits, method);
        double best = badness.applyAsDouble(found.weights());
        assertThat(limits.region().breach(found.weights())).isLessThan(1e-9);
        SeededRandom chance = new SeededRandom(11);
        for (int k = 0; k < 4_000; k++) {
            double[] other = new double[market.size()];
            Arrays.setAll(other, i -> -Math.log(1 - chance.nextDouble()));
            double total = Arrays.stream(other).sum();
            double share = Math.pow(chance.nextDouble(), 4);
            // Most lie near the solution, where a wrong one would show.
            Arrays.setAll(other, i -> (1 - share) * found.weights()[i] + share * other[i] / total);
            if (limits.region().breach(other) < 1e-12) {
                assertThat(badness.applyAsDouble(other)).as(method.toString()).isGreaterThanOrEqualTo(best - 1e-9);
            }
        }
        if (!Double.isNaN(found.kkt())) {
            assertThat(found.kkt()).as(method.toString()).isLessThan(1e-8);
        }
    }

    @Test
    void nothingWithinTheLimitsIsBetterThanWhatEachMethodFinds() {
        Market market = market(6, 1);
        Limits limits = Limits.between(6, 0, 0.5)
                .withRows(List.of(new LinearRow("A0 and A1", new double[] {1, 1, 0, 0, 0, 0}, 0.1, 0.4)));
        double[] volatility = new double[6];
        Arrays.setAll(volatility, i -> Math.sqrt(market.covariance()[i][i]));

        assertNoneIsBetter(
                market,
                limits,
                new Method.MinVolatility(),
                w -> Figures.of(market, w).volatility());
        assertNoneIsBetter(
                market,
                limits,
                new Method.MaxSharpe(),
                w -> -Figures.of(market, w).sharpe());
        assertNoneIsBetter(market, limits, new Method.MaxUtility(3), w -> -utility(market, w, 3));
        assertNoneIsBetter(
                market, limits, new Method.MinCvar(), w -> Figures.of(market, w).cvar95());
        assertNoneIsBetter(market, limits, new Method.MinCdar(), w -> conditionalDrawdown(market, w));
        assertNoneIsBetter(market, limits, new Method.Kelly(), w -> -growth(market, w));
        assertNoneIsBetter(
                market,
                limits,
                new Method.MaxDiversification(),
                w -> -Figures.dot(volatility, w) / Figures.of(market, w).volatility());
        double unsure = Math.sqrt(252.0 / DAYS);
        assertNoneIsBetter(
                market,
                limits,
                new Method.Robust(1, 3),
                w -> unsure * Figures.of(market, w).volatility() - utility(market, w, 3));
    }

    private static double utility(Market market, double[] w, double aversion) {
        Figures figures = Figures.of(market, w);
        return figures.expectedReturn() - aversion / 2 * figures.volatility() * figures.volatility();
    }

    private static double growth(Market market, double[] w) {
        return Arrays.stream(market.scenarios())
                .mapToDouble(row -> Math.log1p(Figures.dot(row, w)))
                .average()
                .orElseThrow();
    }

    /** From the running sum and its peak, and the sorted tail by hand: 5% of 250 are 12 and a half. */
    private static double conditionalDrawdown(Market market, double[] w) {
        double sum = 0;
        double peak = 0;
        double[] below = new double[DAYS];
        for (int t = 0; t < DAYS; t++) {
            sum += Figures.dot(market.scenarios()[t], w);
            peak = Math.max(peak, sum);
            below[t] = peak - sum;
        }
        Arrays.sort(below);
        double worst = Arrays.stream(below, DAYS - 12, DAYS).sum();
        return (worst + 0.5 * below[DAYS - 13]) / 12.5;
    }

    @Test
    void eachAssetBearsItsBudgetOfTheRisk() {
        Market market = market(4, 2);

        Solution solution = Optimiser.solve(
                market, Limits.longOnly(4), new Method.RiskParity(Map.of("A0", 4.0, "A1", 3.0, "A2", 2.0, "A3", 1.0)));

        assertThat(Figures.of(market, solution.weights()).riskContributions())
                .containsExactly(new double[] {0.4, 0.3, 0.2, 0.1}, within(1e-12));
        assertThatThrownBy(() -> Optimiser.solve(
                        market, Limits.longOnly(4), new Method.RiskParity(Map.of("A0", 1.0, "A1", 1.0, "A2", 1.0))))
                .isInstanceOf(PortfolioRefusal.class)
                .hasMessageContaining("A3 has none");
    }

    @Test
    void anAssetWithoutMovementIsHeldAloneOrRefused() {
        double[][] s = {{0.04, 0}, {0, 0}};
        Market market = Market.of(List.of("STOCK", "CASH"), new double[] {0.08, 0.03}, s, new double[0][], 252, 0.02);

        assertThat(Optimiser.solve(market, Limits.longOnly(2), new Method.MinVolatility())
                        .weights())
                .containsExactly(new double[] {0, 1}, within(1e-10));
        for (Method method :
                List.of(new Method.Hrp(false), new Method.RiskParity(Map.of()), new Method.MaxDiversification())) {
            assertThatThrownBy(() -> Optimiser.solve(market, Limits.longOnly(2), method))
                    .isInstanceOf(PortfolioRefusal.class)
                    .hasMessageStartingWith("CASH does not move");
        }
        assertThatThrownBy(() -> Optimiser.solve(market, Limits.longOnly(2), new Method.MaxSharpe()))
                .isInstanceOf(PortfolioRefusal.class)
                .hasMessageContaining("without any risk");
    }

    @Test
    void saysWhatIsOutOfReach() {
        Market market = market(5, 4);
        double most = Arrays.stream(market.means()).max().orElseThrow();

        assertThatThrownBy(() -> Optimiser.solve(market, Limits.longOnly(5), new Method.TargetReturn(most + 0.01)))
                .isInstanceOf(PortfolioRefusal.class)
                .hasMessageContaining("the most that the limits allow is " + Frontiers.percent(most));
        assertThatThrownBy(() -> Optimiser.solve(market, Limits.longOnly(5), new Method.TargetVolatility(0.001)))
                .isInstanceOf(PortfolioRefusal.class)
                .hasMessageContaining("the least that the limits allow");
        assertThatThrownBy(() -> Optimiser.solve(
                        new Market(
                                market.names(),
                                new double[5],
                                market.covariance(),
                                market.correlations(),
                                market.scenarios(),
                                252,
                                0.02),
                        Limits.longOnly(5),
                        new Method.MaxSharpe()))
                .isInstanceOf(PortfolioRefusal.class)
                .hasMessageContaining("risk-free rate of 2.00%");
    }

    @Test
    void oneAssetIsAllThereIs() {
        Market market = market(1, 2);
        for (Method method : List.of(
                new Method.MinVolatility(),
                new Method.MaxSharpe(),
                new Method.MinCvar(),
                new Method.Hrp(false),
                new Method.Herc(),
                new Method.Nco(),
                new Method.RiskParity(Map.of()),
                new Method.Kelly())) {
            assertThat(Optimiser.solve(market, Limits.longOnly(1), method).weights())
                    .as(method.toString())
                    .containsExactly(new double[] {1}, within(1e-12));
        }
    }

    @Test
    void turnoverAndCostsHoldWeightsWhereTheyAre() {
        Market market = market(6, 7);
        double[] held = {0.5, 0.3, 0.2, 0, 0, 0};
        Limits little = Limits.longOnly(6).withTrades(held, 0.2, new double[6]);
        double[] dear = new double[6];
        Arrays.fill(dear, 10);

        double[] moved =
                Optimiser.solve(market, little, new Method.MinVolatility()).weights();
        double traded = 0;
        for (int i = 0; i < 6; i++) {
            traded += Math.abs(moved[i] - held[i]);
        }
        double[] kept = Optimiser.solve(
                        market,
                        Limits.longOnly(6).withTrades(held, Double.POSITIVE_INFINITY, dear),
                        new Method.MaxUtility(3))
                .weights();

        assertThat(traded).isCloseTo(0.2, within(1e-9));
        assertThat(Figures.of(market, moved).volatility())
                .isLessThan(Figures.of(market, held).volatility());
        assertThat(kept).containsExactly(held, within(1e-9));
    }

    @Test
    void longAndShortStayWithinTheGrossLimit() {
        Market market = market(6, 8);
        Limits limits = Limits.between(6, -1, 1).withGrossMax(1.1);

        double[] weights =
                Optimiser.solve(market, limits, new Method.MaxSharpe()).weights();
        double[] free = Optimiser.solve(market, Limits.between(6, -1, 1), new Method.MaxSharpe())
                .weights();

        assertThat(Arrays.stream(free).map(Math::abs).sum()).isGreaterThan(1.2);
        assertThat(Arrays.stream(weights).map(Math::abs).sum()).isCloseTo(1.1, within(1e-9));
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void drawsOfTheSameSeedAreTheSame() {
        Market market = market(5, 9);

        double[] once = Optimiser.solve(market, Limits.longOnly(5), new Method.Resampled(20, 3))
                .weights();
        double[] again = Optimiser.solve(market, Limits.longOnly(5), new Method.Resampled(20, 3))
                .weights();
        double[] other = Optimiser.solve(market, Limits.longOnly(5), new Method.Resampled(20, 4))
                .weights();

        assertThat(once).isEqualTo(again).isNotEqualTo(other);
        assertThat(Arrays.stream(once).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void nestedClustersOfNothingInCommonAreTheLeastVolatilePortfolio() {
        // Two blocks that know nothing of each other: nesting loses nothing.
        double[][] s = {
            {0.04, 0.03, 0, 0, 0},
            {0.03, 0.05, 0, 0, 0},
            {0, 0, 0.02, 0.015, 0.012},
            {0, 0, 0.015, 0.03, 0.014},
            {0, 0, 0.012, 0.014, 0.025}
        };
        Market market = Market.of(List.of("A", "B", "C", "D", "E"), new double[5], s, new double[0][], 252, 0);

        double[] nested =
                Optimiser.solve(market, Limits.longOnly(5), new Method.Nco()).weights();

        assertThat(nested)
                .containsExactly(
                        Optimiser.solve(market, Limits.longOnly(5), new Method.MinVolatility())
                                .weights(),
                        within(1e-12));
    }

    @Test
    void equalRiskContributionOfTwoBlocksSplitsByTheirVariance() {
        double[][] s = {{0.04, 0.036, 0, 0}, {0.036, 0.04, 0, 0}, {0, 0, 0.01, 0.009}, {0, 0, 0.009, 0.01}};
        Market market = Market.of(List.of("A", "B", "C", "D"), new double[4], s, new double[0][], 252, 0);

        // Halves inside; variances 0.038 and 0.0095, so that the calm block gets four parts of five.
        assertThat(Optimiser.solve(market, Limits.longOnly(4), new Method.Herc())
                        .weights())
                .containsExactly(new double[] {0.1, 0.1, 0.4, 0.4}, within(1e-12));
    }

    @Test
    void fewerReturnsThanAssetsAreNoReasonToMakeUpARatio() {
        SeededRandom chance = new SeededRandom(6);
        int n = 12;
        double[][] returns = new double[n][6];
        for (double[] each : returns) {
            Arrays.setAll(each, t -> 0.002 + 0.01 * chance.nextGaussian());
        }
        ReturnPanel panel =
                new ReturnPanel(IntStream.range(0, n).mapToObj(i -> "A" + i).toList(), returns);
        double[][] s = Covariances.of(panel, Covariance.SAMPLE, Double.NaN).matrix();
        Market market = Market.of(panel.names(), Means.of(panel, MeanKind.ARITHMETIC, s, 1, 0), s, panel.rows(), 1, 0);

        Solution least = Optimiser.solve(market, Limits.between(n, -1, 1), new Method.MinVolatility());

        assertThat(Figures.of(market, least.weights()).sharpe()).isNaN();
        assertThat(least.notes()).anyMatch(note -> note.contains("not full rank"));
        assertThatThrownBy(() -> Optimiser.solve(market, Limits.between(n, -1, 1), new Method.MaxSharpe()))
                .isInstanceOf(PortfolioRefusal.class)
                .hasMessageContaining("fewer returns than assets");
    }
}
