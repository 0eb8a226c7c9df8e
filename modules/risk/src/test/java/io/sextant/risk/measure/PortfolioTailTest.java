package io.sextant.risk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.distribution.Normal;
import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PortfolioTailTest {

    private static final double[] WEIGHTS = {0.5, 0.4, -0.2};

    /** Three assets with a common factor, one of them skewed. */
    private static ReturnTable assets(int periods, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[][] columns = new double[3][periods];
        for (int i = 0; i < periods; i++) {
            double common = random.nextGaussian();
            columns[0][i] = 0.0005 + 0.01 * (0.8 * common + 0.6 * random.nextGaussian());
            double own = random.nextGaussian();
            columns[1][i] = 0.02 * (0.5 * common + 0.7 * own - 0.15 * own * own);
            columns[2][i] = 0.015 * (0.3 * common + random.nextGaussian());
        }
        return new ReturnTable(List.of("A", "B", "C"), columns);
    }

    @ParameterizedTest
    @EnumSource(TailMethod.class)
    void theComponentsAddUpToTheWhole(TailMethod method) {
        TailWish wish = TailWish.of(method, 0.95, 1).withPaths(20_000);
        MeasuredTail told = new PortfolioTail(assets(800, 1), wish).of(WEIGHTS);
        double var =
                Arrays.stream(MeasuredTail.components(WEIGHTS, told.marginal())).sum();
        double shortfall = Arrays.stream(MeasuredTail.components(WEIGHTS, told.marginalShortfall()))
                .sum();
        assertThat(var).isCloseTo(told.tail().valueAtRisk(), within(1e-9));
        assertThat(shortfall).isCloseTo(told.tail().expectedShortfall(), within(1e-9));
    }

    /** Marginal figures are derivatives: a central difference of the whole measure is their plain twin. */
    @ParameterizedTest
    @CsvSource({
        "HISTORICAL, 1, 1e-6",
        "PARAMETRIC, 1, 1e-7",
        "PARAMETRIC, 10, 1e-7",
        "CORNISH_FISHER, 1, 1e-7",
        "CORNISH_FISHER, 5, 1e-7",
        "EWMA, 1, 1e-7"
    })
    void marginalFiguresAreDerivatives(TailMethod method, int horizon, double tolerance) {
        ReturnTable returns = assets(500, 2);
        PortfolioTail measure = new PortfolioTail(returns, TailWish.of(method, 0.95, horizon));
        MeasuredTail told = measure.of(WEIGHTS);
        double step = 1e-6;
        for (int c = 0; c < WEIGHTS.length; c++) {
            double[] more = WEIGHTS.clone();
            double[] less = WEIGHTS.clone();
            more[c] += step;
            less[c] -= step;
            MeasuredTail up = measure.of(more);
            MeasuredTail down = measure.of(less);
            assertThat(told.marginal()[c])
                    .isCloseTo((up.tail().valueAtRisk() - down.tail().valueAtRisk()) / (2 * step), within(tolerance));
            assertThat(told.marginalShortfall()[c])
                    .isCloseTo(
                            (up.tail().expectedShortfall() - down.tail().expectedShortfall()) / (2 * step),
                            within(tolerance));
        }
    }

    @Test
    void incrementalFiguresAreTheMeasureWithoutTheAsset() {
        ReturnTable returns = assets(500, 3);
        for (TailMethod method : List.of(TailMethod.HISTORICAL, TailMethod.CORNISH_FISHER, TailMethod.STUDENT)) {
            PortfolioTail measure = new PortfolioTail(returns, TailWish.of(method, 0.95, 1));
            double var = measure.of(WEIGHTS).tail().valueAtRisk();
            double[] incremental = measure.incremental(WEIGHTS, var).orElseThrow();
            for (int c = 0; c < 3; c++) {
                double[] without = WEIGHTS.clone();
                without[c] = 0;
                assertThat(incremental[c])
                        .isCloseTo(var - measure.of(without).tail().valueAtRisk(), within(1e-9));
            }
        }
    }

    /** With normal margins and a Gaussian copula the drawn law is the joint normal one, whose figure is a formula. */
    @Test
    void aGaussianCopulaWithNormalMarginsIsTheJointNormalLaw() {
        ReturnTable returns = assets(2_000, 4);
        TailWish wish = new TailWish(
                TailMethod.MONTE_CARLO, 0.95, 1, false, CopulaKind.GAUSSIAN, MarginKind.NORMAL, 100_000, 7, 1);
        double[][] scores = CorrelationRoot.correlation(returns.columns());
        double variance = 0;
        double mean = 0;
        for (int a = 0; a < 3; a++) {
            mean += WEIGHTS[a] * Moments.mean(returns.columns()[a]);
            for (int b = 0; b < 3; b++) {
                variance += WEIGHTS[a]
                        * WEIGHTS[b]
                        * scores[a][b]
                        * Moments.of(returns.columns()[a]).deviation()
                        * Moments.of(returns.columns()[b]).deviation();
            }
        }
        double wanted = -mean - Normal.quantile(0.05) * Math.sqrt(variance);
        // The quantile of 100,000 draws has an error of 0.7%; correlations of ranks' scores differ by as much again.
        assertThat(new PortfolioTail(returns, wish).of(WEIGHTS).tail().valueAtRisk())
                .isCloseTo(wanted, within(0.03 * wanted));
    }

    @Test
    void aStudentCopulaFindsTheTailsThatMeet() {
        SeededRandom random = new SeededRandom(6);
        double[][] columns = new double[2][3_000];
        for (int i = 0; i < 3_000; i++) {
            double stretch = 1 / Math.sqrt(CopulaScenarios.gamma(2, random) / 2);
            double common = random.nextGaussian();
            columns[0][i] = 0.01 * stretch * common;
            columns[1][i] = 0.01 * stretch * (0.5 * common + Math.sqrt(0.75) * random.nextGaussian());
        }
        ReturnTable returns = new ReturnTable(List.of("A", "B"), columns);
        assertThat(CopulaFit.of(returns, CopulaKind.STUDENT).degrees()).isBetween(3.0, 5.5);
        double[] half = {0.5, 0.5};
        TailWish student = TailWish.of(TailMethod.MONTE_CARLO, 0.999, 1).withPaths(60_000);
        TailWish gaussian = new TailWish(
                TailMethod.MONTE_CARLO, 0.999, 1, false, CopulaKind.GAUSSIAN, MarginKind.EMPIRICAL, 60_000, 1, 1);
        assertThat(new PortfolioTail(returns, student).of(half).tail().expectedShortfall())
                .isGreaterThan(1.05
                        * new PortfolioTail(returns, gaussian).of(half).tail().expectedShortfall());
    }

    /** Mean and variance of a gamma law are both its shape; 4 errors of 40,000 draws. */
    @ParameterizedTest
    @CsvSource({"0.5", "1", "2.5", "30"})
    void gammaDrawsHaveTheLawsMeanAndVariance(double shape) {
        SeededRandom random = new SeededRandom(8);
        int n = 40_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = CopulaScenarios.gamma(shape, random);
            sum += x;
            squares += x * x;
        }
        double mean = sum / n;
        assertThat(mean).isCloseTo(shape, within(4 * Math.sqrt(shape / n)));
        double spread = Math.sqrt((6 / shape + 2) / n) * shape;
        assertThat(squares / n - mean * mean).isCloseTo(shape, within(4 * spread));
    }

    @ParameterizedTest
    @CsvSource({"MONTE_CARLO, 1", "MONTE_CARLO, 4", "FILTERED, 5"})
    void theAnswerIsTheSameForAnyNumberOfThreads(TailMethod method, int horizon) {
        ReturnTable returns = assets(300, 5);
        TailWish one = TailWish.of(method, 0.99, horizon).withPaths(9_000);
        TailWish three =
                new TailWish(method, 0.99, horizon, false, one.copula(), one.margins(), one.paths(), one.seed(), 3);
        assertThat(new PortfolioTail(returns, three).of(WEIGHTS).tail())
                .isEqualTo(new PortfolioTail(returns, one).of(WEIGHTS).tail());
    }

    @Test
    void aGapIsBridgedAndAPriceAtOrBelowZeroRefused() {
        double[][] prices = {{100, 110, Double.NaN, 121, 121}, {10, 10, 12, 15, 30}};
        ReturnTable returns = ReturnTable.ofPrices(List.of("A", "B"), prices);
        assertThat(returns.columns()[0]).containsExactly(new double[] {0.1, 0.1, 0}, within(1e-12));
        assertThat(returns.columns()[1]).containsExactly(new double[] {0, 0.5, 1}, within(1e-12));
        prices[1][2] = -1;
        assertThatThrownBy(() -> ReturnTable.ofPrices(List.of("A", "B"), prices))
                .isInstanceOf(CannotMeasure.class)
                .hasMessageContaining("Row 3 of B is -1.0");
    }

    /** T = 1 costs nothing more; T = 2 sells half at once: the root of 1 + 1/4. */
    @Test
    void sellingSlowlyKeepsRiskAndSpreadsAreHalf() {
        LiquidityCost cost = new LiquidityCost(new double[] {0.01, 0.02}, new double[] {0.001, 0}, new double[] {1, 2});
        assertThat(cost.stretched(new double[] {0.5, -0.5}))
                .containsExactly(new double[] {0.5, -0.5 * Math.sqrt(1.25)}, within(1e-15));
        assertThat(cost.spreadCost(new double[] {0.5, -0.5}))
                .isCloseTo(0.5 * 0.013 / 2 + 0.5 * 0.02 / 2, within(1e-15));
    }

    @Test
    void equalIndependentAssetsAreAsManyBets() {
        double[][] columns = new double[4][16];
        for (int i = 0; i < 16; i++) {
            for (int c = 0; c < 4; c++) {
                columns[c][i] = ((i >> c) & 1) == 0 ? 0.01 + 0.001 * c : -0.01 - 0.001 * c;
            }
        }
        ReturnTable returns = new ReturnTable(List.of("A", "B", "C", "D"), columns);
        // The risk of each is made equal, and the columns are orthogonal: four bets.
        double[] weights = new double[4];
        Arrays.setAll(weights, c -> 0.01 / (0.01 + 0.001 * c));
        assertThat(Concentration.of(returns, weights).effectiveBets()).isCloseTo(4, within(1e-9));
        assertThat(Concentration.of(returns, new double[] {1, 0, 0, 0}).effectiveBets())
                .isCloseTo(1, within(1e-9));
        assertThat(Concentration.of(returns, new double[] {0.25, 0.25, -0.25, 0.25})
                        .effectiveAssets())
                .isCloseTo(4, within(1e-12));
    }
}
