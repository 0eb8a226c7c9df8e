package io.sextant.forecasting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sextant.forecasting.evaluation.CombinatorialFolds.Split;
import io.sextant.forecasting.evaluation.Folds.Gap;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CombinatorialFoldsTest {

    /** Lopez de Prado (2018), figure 12.1: six groups, two judged at once, make 15 splits and 5 paths. */
    @Test
    void makesTheSplitsAndPathsOfTheBook() {
        CombinatorialFolds folds = CombinatorialFolds.of(60, 6, 2, Gap.NONE);
        assertThat(folds.splits()).hasSize(15);
        assertThat(folds.paths()).isEqualTo(5);
        assertThat(folds.splits().getFirst().testedGroups()).containsExactly(0, 1);
        assertThat(folds.splits().getLast().testedGroups()).containsExactly(4, 5);
        // Figure 12.2: the first path takes group 1 from split 1, group 2 from split 1, group 3 from split 2, and so
        // on.
        assertThat(folds.splitOf(0, 0)).isZero();
        assertThat(folds.splitOf(0, 1)).isZero();
        assertThat(folds.splitOf(0, 2)).isEqualTo(1);
        assertThat(folds.splitOf(4, 5)).isEqualTo(14);
    }

    @Test
    void everyJudgedGroupOfEverySplitIsOnExactlyOnePath() {
        CombinatorialFolds folds = CombinatorialFolds.of(101, 7, 3, Gap.NONE);
        Set<Integer> used = new HashSet<>();
        for (int path = 0; path < folds.paths(); path++) {
            for (int group = 0; group < 7; group++) {
                int split = folds.splitOf(path, group);
                assertThat(folds.splits().get(split).tests(group)).isTrue();
                assertThat(used.add(split * 7 + group)).isTrue();
            }
        }
        assertThat(used).hasSize(folds.splits().size() * 3);
        assertThat(folds.from(7)).isEqualTo(101);
    }

    /** Held against each pair of observations: labels reach 3 ahead (purge 2), and 4 more rest after a judged group. */
    @Test
    void learnsFromNothingThatReachesIntoWhatIsJudged() {
        CombinatorialFolds folds = CombinatorialFolds.of(50, 5, 2, new Gap(2, 4));
        for (Split split : folds.splits()) {
            for (int t = 0; t < 50; t++) {
                boolean apart = true;
                for (int judged = 0; judged < 50; judged++) {
                    if (split.tests(judged / 10)) {
                        apart &= t + 2 < judged || t > judged + 2 + 4;
                    }
                }
                assertThat(split.learned()[t]).isEqualTo(apart);
            }
        }
    }

    @Test
    void refusesWhatIsNoSplit() {
        assertThatIllegalArgumentException().isThrownBy(() -> CombinatorialFolds.of(50, 5, 5, Gap.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> CombinatorialFolds.of(4, 5, 2, Gap.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CombinatorialFolds.of(500, 40, 20, Gap.NONE))
                .withMessageContaining("fewer groups");
    }
}
