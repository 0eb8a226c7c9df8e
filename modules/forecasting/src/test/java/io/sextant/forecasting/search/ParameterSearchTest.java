package io.sextant.forecasting.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.forecasting.search.Dimension.Choice;
import io.sextant.forecasting.search.Dimension.Real;
import io.sextant.forecasting.search.Dimension.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParameterSearchTest {

    private static final SearchSpace SPACE = new SearchSpace(List.of(
            new Real("rate", 1e-4, 1e-1, true),
            new Whole("hidden", 4, 64, true),
            new Choice("kind", List.of("lstm", "gru"))));

    @TempDir
    Path folder;

    /** Best at rate 0.003, 20 hidden and gru; a bowl in the logarithms. */
    private static double bowl(Map<String, String> values) {
        double rate = Math.log(Double.parseDouble(values.get("rate")) / 0.003);
        double hidden = Math.log(Integer.parseInt(values.get("hidden")) / 20.0);
        return rate * rate + hidden * hidden + (values.get("kind").equals("gru") ? 0 : 0.5);
    }

    private static double best(Proposer proposer, int budget, long seed) {
        List<Trial> trials = new ParameterSearch(SPACE, proposer, TrialLog.inMemory(), seed)
                .run(budget, ParameterSearchTest::bowl, trial -> {}, () -> false);
        assertThat(trials).hasSize(budget);
        return ParameterSearch.best(trials).orElseThrow().loss();
    }

    private static double median(Proposer proposer) {
        double[] bests = new double[9];
        Arrays.setAll(bests, i -> best(proposer, 40, 100 + i));
        Arrays.sort(bests);
        return bests[4];
    }

    @Test
    void learningFromTrialsFindsBetterSettingsThanChance() {
        double chance = median(Proposer.random());
        assertThat(median(new BayesianProposer())).isLessThan(chance / 3);
        assertThat(median(new GeneticProposer(10))).isLessThan(chance);
    }

    @Test
    void everyValueOfADimensionHasItsShareAndNoneLiesOutside() {
        SplittableRandom random = new SplittableRandom(1);
        Whole whole = new Whole("n", 3, 6, false);
        int[] counts = new int[10];
        for (int i = 0; i < 4_000; i++) {
            counts[Integer.parseInt(whole.valueAt(random.nextDouble()))]++;
        }
        // A quarter each: 1,000 with a deviation of 27; five of those.
        for (int value = 3; value <= 6; value++) {
            assertThat(counts[value]).isBetween(865, 1_135);
        }
        assertThat(whole.valueAt(1)).isEqualTo("6");
        assertThat(new Choice("c", List.of("a", "b", "c")).valueAt(1)).isEqualTo("c");
        assertThat(Double.parseDouble(new Real("r", 1, 100, true).valueAt(0.5))).isCloseTo(10, within(1e-9));
    }

    @Test
    void aProcessGoesThroughItsPointsAndKnowsLeastBetweenThem() {
        double[][] points = {{0.1}, {0.4}, {0.9}};
        double[] values = {1, -0.5, 0.3};
        GaussianProcess process = new GaussianProcess(points, values, 0.3, 1e-10);
        for (int i = 0; i < points.length; i++) {
            assertThat(process.at(points[i]).mean()).isCloseTo(values[i], within(1e-6));
            assertThat(process.at(points[i]).variance()).isCloseTo(0, within(1e-6));
        }
        assertThat(process.at(new double[] {0.65}).variance()).isGreaterThan(0.05);
        assertThat(process.at(new double[] {30}).mean()).isCloseTo(0, within(1e-9));
    }

    @Test
    void theLikelihoodOfOnePointIsThatOfANormal() {
        GaussianProcess process = new GaussianProcess(new double[][] {{0.5}}, new double[] {0.7}, 0.3, 0.25);
        double variance = 1.25;
        assertThat(process.logLikelihood())
                .isCloseTo(-0.5 * (0.49 / variance + Math.log(2 * Math.PI * variance)), within(1e-12));
    }

    @Test
    void expectedImprovementEqualsItsMeanOverManyDraws() {
        GaussianProcess process =
                new GaussianProcess(new double[][] {{0.2}, {0.8}}, new double[] {0.4, -0.3}, 0.4, 0.01);
        double[] at = {0.55};
        GaussianProcess.Belief belief = process.at(at);
        SplittableRandom random = new SplittableRandom(9);
        int draws = 200_000;
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            sum += Math.max(0, -0.3 - (belief.mean() + Math.sqrt(belief.variance()) * random.nextGaussian()));
        }
        // Below 1 a draw deviates by less than 1: four standard errors are 0.009.
        assertThat(BayesianProposer.improvement(process, at, -0.3)).isCloseTo(sum / draws, within(0.009));
    }

    @Test
    void aSearchThatWasCutShortGoesOnAsIfItHadNotBeen() {
        Path file = folder.resolve("trials.txt");
        List<Trial> whole = new ParameterSearch(SPACE, new BayesianProposer(), TrialLog.inMemory(), 5)
                .run(14, ParameterSearchTest::bowl, trial -> {}, () -> false);
        List<Trial> heard = new ArrayList<>();
        assertThatThrownBy(
                        () -> new ParameterSearch(SPACE, new BayesianProposer(), new TrialFile(file, SPACE, "bowl"), 5)
                                .run(14, ParameterSearchTest::bowl, heard::add, () -> heard.size() == 9))
                .isInstanceOf(CancellationException.class)
                .hasMessage("the search was cancelled after 9 trials");
        List<Trial> resumed = new ParameterSearch(SPACE, new BayesianProposer(), new TrialFile(file, SPACE, "bowl"), 5)
                .run(14, ParameterSearchTest::bowl, trial -> {}, () -> false);
        assertThat(resumed).usingRecursiveComparison().isEqualTo(whole);
    }

    /** Six at once, cut short within the second six. */
    @Test
    void severalAtOnceGoOnAsIfTheyHadNotBeenCutShortAndStillBeatChance() {
        Path file = folder.resolve("trials.txt");
        List<Trial> whole = atOnce(6, new BayesianProposer(), TrialLog.inMemory(), 40);
        List<Trial> cut = whole.subList(0, 9);
        TrialFile log = new TrialFile(file, SPACE, "bowl");
        cut.forEach(log::add);
        assertThat(atOnce(6, new BayesianProposer(), new TrialFile(file, SPACE, "bowl"), 40))
                .usingRecursiveComparison()
                .isEqualTo(whole);
        assertThat(ParameterSearch.best(whole).orElseThrow().loss())
                .isLessThan(ParameterSearch.best(atOnce(1, Proposer.random(), TrialLog.inMemory(), 40))
                        .orElseThrow()
                        .loss());
    }

    @Test
    void whatLearnsNothingTriesTheSameHoweverManyAtOnce() {
        assertThat(atOnce(7, Proposer.random(), TrialLog.inMemory(), 20))
                .usingRecursiveComparison()
                .isEqualTo(atOnce(1, Proposer.random(), TrialLog.inMemory(), 20));
    }

    private static List<Trial> atOnce(int count, Proposer proposer, TrialLog log, int budget) {
        return new ParameterSearch(SPACE, proposer, log, 5)
                .run(
                        budget,
                        count,
                        settings -> settings.stream()
                                .mapToDouble(ParameterSearchTest::bowl)
                                .toArray(),
                        trial -> {},
                        () -> false);
    }

    @Test
    void aLineThatACrashCutOffIsTriedAgainAndAnotherSearchIsRefused() throws IOException {
        Path file = folder.resolve("trials.txt");
        new ParameterSearch(SPACE, Proposer.random(), new TrialFile(file, SPACE, "bowl"), 5)
                .run(4, ParameterSearchTest::bowl, trial -> {}, () -> false);
        Files.writeString(file, "4 0x1.8p", StandardOpenOption.APPEND);
        TrialFile again = new TrialFile(file, SPACE, "bowl");
        assertThat(again.read()).hasSize(4);
        new ParameterSearch(SPACE, Proposer.random(), again, 5)
                .run(6, ParameterSearchTest::bowl, trial -> {}, () -> false);
        assertThat(again.read()).extracting(Trial::number).containsExactly(0, 1, 2, 3, 4, 5);
        assertThatThrownBy(() -> new TrialFile(file, SPACE, "another column"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("belongs to another search");
    }

    @Test
    void settingsThatNothingLearnsWithAreLeftBehind() {
        List<Trial> trials = new ParameterSearch(SPACE, new BayesianProposer(), TrialLog.inMemory(), 2)
                .run(
                        20,
                        values -> values.get("kind").equals("lstm") ? Double.NaN : bowl(values),
                        trial -> {},
                        () -> false);
        assertThat(ParameterSearch.best(trials).orElseThrow().values()).containsEntry("kind", "gru");
        assertThat(ParameterSearch.best(List.of(new Trial(0, new double[] {0}, Map.of(), Double.NaN))))
                .isEmpty();
    }
}
