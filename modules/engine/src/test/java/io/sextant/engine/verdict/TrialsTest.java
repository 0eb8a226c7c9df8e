package io.sextant.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.luck.SharpeEvidence;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.verdict.Candidate.Costs;
import io.sextant.forecasting.evaluation.CombinatorialFolds;
import io.sextant.forecasting.evaluation.Fold;
import io.sextant.forecasting.evaluation.Folds;
import io.sextant.forecasting.evaluation.Folds.Gap;
import io.sextant.strategy.kind.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is made of many runs over the same bars. */
class TrialsTest {

    private static final Grid GRID = Grid.parse("fast=4:12:4,slow=24:48:8");

    private static TrialTable table(BarSeries bars) {
        try (Crew crew = new Crew(2, () -> false)) {
            return TrialTable.of(Worlds.smaCross(0.001), TestedBars.of(bars), Worlds.choices(GRID), crew);
        }
    }

    @Test
    void aTableHoldsTheReturnsOfEachRunAfterTheLongestWarmUp() {
        BarSeries bars = Worlds.trends(300, 3, 0.2, 40);
        TrialTable table = table(bars);
        assertThat(table.choices()).hasSize(12);
        assertThat(table.periods()).isEqualTo(299 - 49);
        double[] equity = Worlds.smaCross(0.001)
                .run(TestedBars.of(bars), table.choices().get(5), Costs.AS_THEY_ARE)
                .run()
                .equity();
        assertThat(table.returns()[5][100]).isCloseTo(equity[150] / equity[149] - 1, within(1e-15));
        assertThat(table.market()[0][100]).isCloseTo(bars.close()[150] / bars.close()[149] - 1, within(1e-15));
        assertThat(table.barsAYear()).isCloseTo(365.2425, within(1e-9));
    }

    /** Always long with all of it has exposure one, and earns nothing above holding that. */
    @Test
    void holdingEarnsNothingAboveHolding() {
        BarSeries bars = Worlds.noise(300, 5);
        Candidate holding = new Peeking("hold", 2, all -> {
            double[] signals = new double[all.size()];
            Arrays.fill(signals, 1);
            return signals;
        });
        try (Crew crew = new Crew(1, () -> false)) {
            TrialTable table = TrialTable.of(holding, TestedBars.of(bars), List.of(Peeking.NONE), crew);
            assertThat(table.exposure(0)).isCloseTo(1, within(0.01));
            double worst = Arrays.stream(table.aboveHolding()[0], 0, 290)
                    .map(Math::abs)
                    .max()
                    .orElseThrow();
            assertThat(worst).isLessThan(3e-4);
        }
    }

    @Test
    void aWalkChoosesBeforeAndIsJudgedAfter() {
        TrialTable table = table(Worlds.trends(500, 7, 0.2, 40));
        List<Fold> folds = Folds.expanding(table.periods(), 3, table.periods() / 2, new Gap(5, 3));
        Walked walked = Walked.through(table, folds);
        List<Double> joined = new ArrayList<>();
        double growth = 1;
        for (Fold fold : folds) {
            int best = 0;
            for (int c = 0; c < 12; c++) {
                best = sharpe(table, c, fold.trainFrom(), fold.trainEnd())
                                > sharpe(table, best, fold.trainFrom(), fold.trainEnd())
                        ? c
                        : best;
            }
            for (int t = fold.testFrom(); t < fold.testEnd(); t++) {
                joined.add(table.returns()[best][t]);
                growth *= 1 + table.returns()[best][t];
            }
        }
        double after = SharpeEvidence.sharpe(joined.stream().mapToDouble(d -> d).toArray());
        assertThat(walked.after()).isCloseTo(after * Math.sqrt(365.2425), within(1e-9));
        assertThat(walked.afterReturn()).isCloseTo(growth - 1, within(1e-12));
        assertThat(walked.steps()).hasSize(3);
    }

    private static double sharpe(TrialTable table, int choice, int from, int end) {
        return SharpeEvidence.sharpe(Arrays.copyOfRange(table.returns()[choice], from, end));
    }

    /** Where there is one choice every path is the run itself; and what is best everywhere is chosen on every path. */
    @Test
    void pathsAreMadeOfWhatWasChosenElsewhere() {
        TrialTable table = table(Worlds.trends(600, 9, 0.2, 40));
        CombinatorialFolds folds = CombinatorialFolds.of(table.periods(), 6, 2, new Gap(4, 4));
        TrialTable one = new TrialTable(
                table.choices().subList(0, 1),
                new double[][] {table.returns()[0]},
                new double[][] {{0}},
                table.market(),
                table.barsAYear());
        PurgedPaths alone = PurgedPaths.through(one, folds);
        assertThat(alone.sharpes()).hasSize(5).containsOnly(one.aYear(SharpeEvidence.sharpe(table.returns()[0])));
        double[] better = table.returns()[3].clone();
        Arrays.setAll(better, t -> better[t] + 0.05);
        TrialTable two = new TrialTable(
                table.choices().subList(0, 2),
                new double[][] {table.returns()[0], better},
                new double[][] {{0}, {0}},
                table.market(),
                table.barsAYear());
        PurgedPaths paths = PurgedPaths.through(two, folds);
        assertThat(paths.median()).isCloseTo(two.aYear(SharpeEvidence.sharpe(better)), within(1e-9));
        assertThat(paths.lossShare()).isZero();
    }

    @Test
    void aGridIsEveryCombinationThatCanBe() {
        List<Choice> choices = Worlds.choices(Grid.parse("fast=5:50:5,slow=20:200:20"));
        assertThat(choices).hasSize(10 * 10 - 10).allMatch(each -> each.number("fast") < each.number("slow"));
        assertThat(choices.getFirst().values()).containsEntry("fast", 5.0).containsEntry("slow", 20.0);
        Grid tenths = Grid.parse("width=0.1:0.5:0.1");
        assertThat(tenths.choices(Choice::new))
                .extracting(each -> each.number("width"))
                .containsExactly(0.1, 0.2, 0.3, 0.4, 0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grid.parse("fast"))
                .withMessageContaining("from, to, step");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grid.parse("fast=9:5:1"))
                .withMessageContaining("up to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Worlds.choices(Grid.parse("fast=60:90:10,slow=20")))
                .withMessageContaining("fewer bars than the slow one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Worlds.choices(Grid.parse("fast=1:999:1,slow=2:999:1")))
                .withMessageContaining("20000 points");
    }

    /** A ridge of three alike beats a lonely peak. */
    @Test
    void thePlateauIsNotThePeak() {
        Grid line = Grid.parse("width=1:6:1");
        double[] wanted = {0, 9, 0, 5, 6, 5};
        double[][] returns = new double[6][];
        for (int c = 0; c < 6; c++) {
            double mean = wanted[c];
            returns[c] = new double[] {mean - 10, mean + 10, mean - 10, mean + 10};
        }
        TrialTable table = new TrialTable(
                line.choices(values -> new Choice(Map.copyOf(values))), returns, new double[6][1], new double[1][4], 1);
        Surface surface = Surface.of(table, line);
        assertThat(surface.peak().choice().number("width")).isEqualTo(2);
        assertThat(surface.plateau().choice().number("width")).isEqualTo(6);
        assertThat(surface.points().get(4).around())
                .isCloseTo(16.0 / 3 * surface.peak().sharpeAYear() / 9, within(1e-12));
        assertThat(surface.positiveShare()).isCloseTo(4 / 6.0, within(1e-12));
    }

    @Test
    void otherMarketsAreMadeOfTheSameBars() {
        BarSeries bars = Worlds.noise(200, 11);
        OtherMarkets others = new OtherMarkets(TestedBars.of(bars));
        BarSeries shuffled = others.withoutMemory(new SeededRandom(1)).bars(0);
        assertThat(shuffled.close()[199]).isCloseTo(bars.close()[199], within(1e-9));
        assertThat(moves(shuffled)).isNotEqualTo(moves(bars));
        double[] one = moves(shuffled);
        double[] other = moves(bars);
        Arrays.sort(one);
        Arrays.sort(other);
        assertThat(one).containsExactly(other, within(1e-12));
        for (BarSeries each :
                List.of(shuffled, others.alike(20, new SeededRandom(2)).bars(0))) {
            for (int i = 0; i < 200; i++) {
                assertThat(each.low()[i]).isLessThanOrEqualTo(Math.min(each.open()[i], each.close()[i]));
                assertThat(each.high()[i]).isGreaterThanOrEqualTo(Math.max(each.open()[i], each.close()[i]));
            }
        }
        BarSeries other1 = others.withFuture(130, true, new SeededRandom(3)).bars(0);
        assertThat(other1.copyOfRange(0, 130)).isEqualTo(bars.copyOfRange(0, 130));
        assertThat(other1.openTimeNanos()).isEqualTo(bars.openTimeNanos());
        for (int i = 130; i < 190; i++) {
            assertThat(other1.close()[i]).isGreaterThan(other1.close()[i - 1]);
        }
    }

    private static double[] moves(BarSeries bars) {
        double[] moves = new double[bars.size() - 1];
        Arrays.setAll(moves, i -> Math.log(bars.close()[i + 1] / bars.close()[i]));
        return moves;
    }
}
