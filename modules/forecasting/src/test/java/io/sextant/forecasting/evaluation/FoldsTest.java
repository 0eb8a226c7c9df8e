package io.sextant.forecasting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.forecasting.evaluation.Folds.Gap;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldsTest {

    @Test
    void expandingFoldsLearnFromAllBeforeThem() {
        assertThat(Folds.expanding(103, 3, 50, Gap.NONE))
                .containsExactly(new Fold(0, 50, 50, 67), new Fold(0, 67, 67, 85), new Fold(0, 85, 85, 103));
    }

    @Test
    void rollingFoldsLearnFromAWindow() {
        assertThat(Folds.rolling(100, 2, 60, Gap.NONE, 25))
                .containsExactly(new Fold(35, 60, 60, 80), new Fold(55, 80, 80, 100));
    }

    @Test
    void purgeAndEmbargoKeepTrainingAndTestApart() {
        List<Fold> folds = Folds.expanding(100, 2, 60, new Gap(4, 3));

        assertThat(folds).containsExactly(new Fold(0, 53, 60, 80), new Fold(0, 73, 80, 100));
    }

    @Test
    void everyObservationAfterTheFirstPartIsForecastOnce() {
        for (int n = 60; n < 90; n++) {
            for (int count = 1; count <= 7; count++) {
                List<Fold> folds = Folds.expanding(n, count, 31, new Gap(1, 0));
                int next = 31;
                for (Fold fold : folds) {
                    assertThat(fold.testFrom()).isEqualTo(next);
                    assertThat(fold.trainEnd()).isEqualTo(next - 1);
                    next = fold.testEnd();
                }
                assertThat(next).isEqualTo(n);
            }
        }
    }

    @Test
    void refusesWhatCannotBeCut() {
        assertThatThrownBy(() -> Folds.expanding(20, 5, 18, Gap.NONE))
                .hasMessageContaining("cannot be cut into 5 folds");
        assertThatThrownBy(() -> Folds.expanding(20, 2, 6, new Gap(4, 2))).hasMessageContaining("leaves nothing");
    }
}
