package io.sextant.risk.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.distribution.Normal;
import io.sextant.domain.time.SeededRandom;
import io.sextant.risk.measure.CannotMeasure;
import io.sextant.risk.measure.MeasuredTail;
import io.sextant.risk.measure.PortfolioTail;
import io.sextant.risk.measure.ReturnTable;
import io.sextant.risk.measure.TailMethod;
import io.sextant.risk.measure.TailWish;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxTest {

    private static Sandbox sandbox() {
        SeededRandom random = new SeededRandom(12);
        double[][] columns = new double[3][400];
        for (int i = 0; i < 400; i++) {
            double common = random.nextGaussian();
            for (int c = 0; c < 3; c++) {
                columns[c][i] = 0.01 * (c + 1) * (0.6 * common + 0.8 * random.nextGaussian());
            }
        }
        return Sandbox.of(
                        new ReturnTable(List.of("A", "B", "C"), columns),
                        new double[] {10, 20, 50},
                        new double[] {100, 50, -10},
                        500)
                .withCosts(new double[] {0, 7, 0}, new double[] {0.001, 0.002, 0.004});
    }

    private static Figures figures(Sandbox sandbox) {
        return Figures.of(sandbox, 0.95, 1);
    }

    /** Untouched, it says what the measures say about the same portfolio. */
    @Test
    void withoutAChangeTheFiguresAreThoseOfTheMeasures() {
        Sandbox now = sandbox();
        assertThat(now.value()).isEqualTo(100 * 10 + 50 * 20 - 10 * 50 + 500);
        Figures figures = figures(now);
        TailWish sample = TailWish.of(TailMethod.PARAMETRIC, 0.95, 1);
        TailWish zero = new TailWish(
                TailMethod.PARAMETRIC, 0.95, 1, true, sample.copula(), sample.margins(), sample.paths(), 1, 1);
        MeasuredTail told = new PortfolioTail(now.past(), zero).of(now.weights());
        assertThat(figures.normal().valueAtRisk()).isCloseTo(told.tail().valueAtRisk(), within(1e-12));
        assertThat(figures.normal().expectedShortfall()).isCloseTo(told.tail().expectedShortfall(), within(1e-12));
        assertThat(figures.components())
                .containsExactly(MeasuredTail.components(now.weights(), told.marginal()), within(1e-12));
        assertThat(figures.historical().valueAtRisk())
                .isCloseTo(
                        new PortfolioTail(now.past(), TailWish.of(TailMethod.HISTORICAL, 0.95, 1))
                                .of(now.weights())
                                .tail()
                                .valueAtRisk(),
                        within(1e-12));
        assertThat(figures.exitCost() * figures.value())
                .isCloseTo(1000 * 0.0005 + 1000 * 0.001 + 500 * 0.002, within(1e-9));
    }

    @Test
    void eachChangeDoesWhatItSays() {
        Sandbox now = sandbox();
        assertThat(now.with(new Change.AllPrices(-0.1)).value()).isCloseTo(500 + 0.9 * 1500, within(1e-9));
        assertThat(now.with(new Change.Prices(Map.of("C", 0.5))).value()).isCloseTo(2000 - 250, within(1e-9));
        // Duration 7, a rise of one point: B loses 7%.
        assertThat(now.with(new Change.Rates(100)).value()).isCloseTo(2000 - 70, within(1e-9));
        assertThat(figures(now.with(new Change.AllVolatilities(2))).normal().valueAtRisk())
                .isCloseTo(2 * figures(now).normal().valueAtRisk(), within(1e-12));
        assertThat(figures(now.with(new Change.Liquidity(3))).exitCost())
                .isCloseTo(3 * figures(now).exitCost(), within(1e-12));
        // As one asset: the deviations add up with their signs.
        double[] w = now.weights();
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += w[i] * now.deviations()[i];
        }
        assertThat(figures(now.with(new Change.CorrelationsToOne(1))).normal().valueAtRisk())
                .isCloseTo(-Normal.quantile(0.05) * Math.abs(sum), within(1e-12));
        Sandbox weighted = now.with(new Change.Weight("A", 0.1));
        assertThat(weighted.value()).isCloseTo(now.value(), within(1e-9));
        assertThat(weighted.weights()[0]).isCloseTo(0.1, within(1e-12));
        Sandbox dropped = now.with(new Change.Drop("C"));
        assertThat(dropped.quantities()[2]).isZero();
        assertThat(dropped.cash()).isEqualTo(0);
        assertThat(now.with(new Change.Trade("B", 5)).cash()).isEqualTo(400);
        assertThat(now.with(new Change.Volatilities(Map.of("B", 3.0))).deviations()[1])
                .isCloseTo(3 * now.deviations()[1], within(1e-15));
        assertThat(now.with(new Change.Correlation("A", "B", 0.1)).correlations()[1][0])
                .isEqualTo(0.1);
    }

    /** What was copied stays as it was, whatever is done to copies. */
    @Test
    void theOriginalIsNeverTouched() {
        Sandbox now = sandbox();
        String before = text(now);
        now.with(new Scenario(
                "all",
                List.of(
                        new Change.AllPrices(-0.5),
                        new Change.Prices(Map.of("A", 0.2)),
                        new Change.AllVolatilities(3),
                        new Change.Volatilities(Map.of("A", 2.0)),
                        new Change.CorrelationsToOne(0.5),
                        new Change.Correlation("A", "B", 0.2),
                        new Change.Rates(300),
                        new Change.Liquidity(9),
                        new Change.Weight("B", 0.3),
                        new Change.Trade("C", 3),
                        new Change.Drop("A"))));
        assertThat(text(now)).isEqualTo(before);
    }

    private static String text(Sandbox sandbox) {
        return Arrays.toString(sandbox.prices())
                + Arrays.toString(sandbox.deviations())
                + Arrays.deepToString(sandbox.correlations())
                + Arrays.toString(sandbox.quantities())
                + sandbox.cash()
                + Arrays.toString(sandbox.durations())
                + Arrays.toString(sandbox.spreads());
    }

    @Test
    void scenariosAreMadeOneOnTopOfTheOther() {
        Scenario fall = new Scenario("fall", List.of(new Change.AllPrices(-0.1)));
        Sandbox twice = sandbox().with(fall.and(fall));
        assertThat(twice.prices()[0]).isCloseTo(8.1, within(1e-12));
        assertThat(fall.and(fall).name()).isEqualTo("fall + fall");
    }

    @Test
    void whatMakesNoSenseIsRefusedInASentence() {
        Sandbox now = sandbox();
        for (Change change : List.of(
                new Change.AllPrices(-1.5),
                new Change.AllPrices(Double.NaN),
                new Change.Prices(Map.of("X", 0.1)),
                new Change.AllVolatilities(-1),
                new Change.CorrelationsToOne(1.5),
                new Change.Correlation("A", "A", 1),
                new Change.Correlation("A", "B", -0.99),
                new Change.Weight("A", Double.POSITIVE_INFINITY),
                new Change.Drop("X"))) {
            assertThatThrownBy(() -> now.with(change))
                    .as(change.toString())
                    .isInstanceOf(CannotMeasure.class)
                    .message()
                    .endsWith(".");
        }
        Sandbox ruined = now.with(new Change.Prices(Map.of("C", 10.0)));
        assertThatThrownBy(() -> figures(ruined))
                .isInstanceOf(CannotMeasure.class)
                .hasMessageContaining("nothing is left");
        Sandbox worthless = now.with(new Change.AllPrices(-1));
        assertThatThrownBy(() -> worthless.with(new Change.Weight("A", 0.2))).hasMessageContaining("worth nothing");
    }

    /** A planted market: two in three days calm and hardly together, one in three three times as wild and as one. */
    @Test
    void aRegimeBringsBackTheDeviationsAndCorrelationsOfItsDays() {
        SeededRandom random = new SeededRandom(13);
        double[][] columns = new double[2][900];
        for (int i = 0; i < 900; i++) {
            boolean wild = i / 100 % 3 == 2;
            double common = random.nextGaussian();
            for (int c = 0; c < 2; c++) {
                double own = random.nextGaussian();
                columns[c][i] = wild ? 0.03 * (0.95 * common + 0.31 * own) : 0.01 * own;
            }
        }
        Sandbox now =
                Sandbox.of(new ReturnTable(List.of("A", "B"), columns), new double[] {1, 1}, new double[] {50, 50}, 0);

        Sandbox wild = now.with(new Change.Regime(Change.Weather.TURBULENT, 1));
        Sandbox calm = now.with(new Change.Regime(Change.Weather.CALM, 1));

        // 300 and 600 days: a deviation is known to 4% and 3%, a correlation of none to 0.04; three errors each.
        assertThat(wild.deviations()[0]).isCloseTo(0.03, within(0.0036));
        assertThat(calm.deviations()[1]).isCloseTo(0.01, within(0.0009));
        assertThat(wild.correlations()[0][1]).isGreaterThan(0.85);
        assertThat(calm.correlations()[0][1]).isCloseTo(0, within(0.12));
        assertThat(figures(wild).volatility()).isGreaterThan(2 * figures(calm).volatility());
    }

    @Test
    void figuresBeyondAllNumbersAreRefusedAndNoFailure() {
        Sandbox rich = sandbox().with(new Change.AllVolatilities(1e300));

        assertThatThrownBy(() -> figures(rich))
                .isInstanceOf(CannotMeasure.class)
                .hasMessageContaining("too large");
    }
}
