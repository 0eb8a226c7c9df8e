package io.sextant.neural.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import io.sextant.neural.boosting.BoostingSettings;
import io.sextant.neural.selection.TrainingWindows.Window;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FeatureSelectionTest {

    private static final int ROWS = 3_200;
    private static final int COLUMNS = 60;
    private static final BoostedRanking BOOSTED = new BoostedRanking(BoostingSettings.USUAL.withTrees(60), 2_000);

    private final double[][] columns = new double[COLUMNS][ROWS];
    private final double[] target = new double[ROWS];

    /** Of sixty columns five tell something: 3 in a line, 17 by its size, 20 by how 41 stands, 55 beyond a threshold. */
    FeatureSelectionTest() {
        RandomGenerator random = new SeededRandom(77);
        for (int i = 0; i < ROWS; i++) {
            for (double[] column : columns) {
                column[i] = random.nextGaussian();
            }
            target[i] = 0.01
                    * (0.6 * columns[3][i]
                            + 0.8 * Math.abs(columns[17][i])
                            + columns[20][i] * (columns[41][i] > 0 ? 1 : 0.2)
                            + (columns[55][i] > 0.8 ? 1.2 : 0)
                            + random.nextGaussian());
        }
    }

    @Test
    void findsPlantedFeaturesAmongNoiseInEveryWindow() {
        TrainingWindows windows = TrainingWindows.expanding(ROWS, 3, 1, 100);
        FeatureSelection selection = FeatureSelection.of(columns, target, windows, 8, BOOSTED);

        for (FeatureSelection.Fold fold : selection.folds()) {
            assertThat(fold.columns()).hasSize(8).contains(3, 17, 20, 41, 55);
        }
        assertThat(selection.chosen().stream().limit(5).map(FeatureSelection.Chosen::column))
                .containsExactlyInAnyOrder(3, 17, 20, 41, 55);
        assertThat(selection.chosen().getFirst().windows()).isEqualTo(3);
        assertThat(selection.jaccard()).isBetween(0.4, 1.0);
        assertThat(selection.kuncheva()).isBetween(0.5, 1.0);
        TrialOfChoice trial =
                TrialOfChoice.of(columns, target, selection.folds().getLast(), BoostingSettings.USUAL.withTrees(60));
        assertThat(trial.rmseChosen()).isLessThan(trial.rmseAll()).isLessThan(0.85 * trial.rmseMean());
    }

    @Test
    void noWindowSeesARowThatItsValidationOrItsGapHolds() {
        TrainingWindows windows = TrainingWindows.expanding(ROWS, 3, 5, 100);
        FeatureSelection before = FeatureSelection.of(columns, target, windows, 8, BOOSTED);
        Window second = windows.windows().get(1);
        for (int i = second.trainEnd(); i < ROWS; i++) {
            for (double[] column : columns) {
                column[i] = Double.NaN;
            }
            columns[7][i] = i;
            target[i] = 1e6 * i;
        }

        FeatureSelection after = FeatureSelection.of(columns, target, windows, 8, BOOSTED);

        for (int fold = 0; fold < 2; fold++) {
            assertThat(after.folds().get(fold).columns())
                    .containsExactly(before.folds().get(fold).columns());
            assertThat(after.folds().get(fold).importance())
                    .containsExactly(before.folds().get(fold).importance());
        }
        assertThat(after.folds().get(2).columns()).contains(7);
    }

    @Test
    void rankingIsAskedForTrainingRowsOnly() {
        TrainingWindows windows = TrainingWindows.expanding(1_000, 4, 3, 100);
        int[] ends = new int[4];
        int[] at = {0};
        FeatureSelection.of(
                columns, target, new TrainingWindows(windows.windows().subList(0, 1)), 2, (c, t, from, to) -> {
                    ends[at[0]++] = to;
                    assertThat(from).isZero();
                    return new double[COLUMNS];
                });
        assertThat(ends[0]).isEqualTo(197);
        assertThat(windows.windows())
                .containsExactly(
                        new Window(197, 200, 400),
                        new Window(397, 400, 600),
                        new Window(597, 600, 800),
                        new Window(797, 800, 1_000));
    }

    @Test
    void whatDoesNotMatterIsNotChosen() {
        FeatureSelection none = FeatureSelection.of(
                columns,
                target,
                TrainingWindows.expanding(ROWS, 2, 1, 100),
                10,
                (c, t, from, to) -> new double[COLUMNS]);
        assertThat(none.chosen()).isEmpty();
        Arrays.fill(target, 0.25);
        FeatureSelection still =
                FeatureSelection.of(columns, target, TrainingWindows.expanding(ROWS, 2, 1, 100), 10, BOOSTED);
        assertThat(still.chosen()).isEmpty();
    }

    @Test
    void steadinessIsMeasuredAgainstChance() {
        assertThat(FeatureSelection.jaccard(new int[] {1, 2, 3}, new int[] {3, 2, 9}))
                .isEqualTo(0.5);
        assertThat(FeatureSelection.kuncheva(new int[] {1, 2}, new int[] {2, 1}, 10))
                .isEqualTo(1);
        assertThat(FeatureSelection.kuncheva(new int[] {0, 1, 2, 3, 4}, new int[] {4, 5, 6, 7, 8}, 10))
                .isCloseTo((1 - 2.5) / 2.5, within(1e-12));
        assertThat(FeatureSelection.kuncheva(new int[] {0, 1}, new int[] {1, 0}, 2))
                .isNaN();
        RandomGenerator random = new SeededRandom(3);
        double sum = 0;
        for (int round = 0; round < 2_000; round++) {
            sum += FeatureSelection.kuncheva(draw(15, 35, random), draw(15, 35, random), 35) / 2_000;
        }
        assertThat(sum).isCloseTo(0, within(0.02));
    }

    /** A window in which nothing matters chooses nothing, and says nothing of how steady the others are. */
    @Test
    void pairsThatCannotBeComparedDoNotSpoilTheRest() {
        TrainingWindows windows = TrainingWindows.expanding(ROWS, 4, 1, 100);
        int second = windows.windows().get(1).trainEnd();
        int last = windows.windows().getLast().trainEnd();
        FeatureSelection selection = FeatureSelection.of(columns, target, windows, 2, (c, t, from, to) -> {
            double[] importance = new double[COLUMNS];
            if (to > second) {
                importance[5] = 2;
                importance[to == last ? 7 : 6] = 1;
            }
            return importance;
        });
        // Of six pairs one has nothing on either side and four nothing on one: no Kuncheva, and Jaccard 0 for the four.
        assertThat(selection.jaccard()).isCloseTo(1.0 / 3 / 5, within(1e-12));
        assertThat(selection.kuncheva()).isCloseTo((1 - 4.0 / 60) / (2 - 4.0 / 60), within(1e-12));
    }

    @Test
    void aFailureInOneWindowKeepsItsSentence() {
        TrainingWindows windows = TrainingWindows.expanding(ROWS, 8, 1, 100);
        for (int round = 0; round < 50; round++) {
            assertThatThrownBy(() -> FeatureSelection.of(columns, target, windows, 2, (c, t, from, to) -> {
                        throw new IllegalArgumentException("window to " + to);
                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("window to " + windows.windows().getFirst().trainEnd());
        }
        target[10] = Double.NaN;
        List<FeatureSelection.Fold> folds = windows.windows().stream()
                .map(window -> new FeatureSelection.Fold(window, new int[] {3}, new double[COLUMNS]))
                .toList();
        assertThatThrownBy(() -> TrialOfChoice.ofAll(columns, target, folds, BoostingSettings.USUAL.withTrees(2)))
                .hasMessage("the target of row 11 is not a number");
    }

    private static int[] draw(int some, int of, RandomGenerator random) {
        return random.ints(0, of).distinct().limit(some).toArray();
    }

    @Test
    void tooFewRowsAreRefused() {
        assertThatThrownBy(() -> TrainingWindows.expanding(300, 5, 10, 100))
                .hasMessage("300 rows in 5 folds leave 40 to learn from in the first, less than 100");
        assertThatThrownBy(() -> TrainingWindows.expanding(300, 0, 10, 10)).hasMessageContaining("at least 1 fold");
    }
}
