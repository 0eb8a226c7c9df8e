package io.sextant.ui.panel.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ThinnedLineTest {

    @Test
    void keepsEveryExtremeInItsOrder() {
        RandomGenerator random = SeededRandom.stream(4, 1);
        double[] column = random.doubles(30_000).toArray();
        Arrays.fill(column, 0, 40, Double.NaN);
        column[12_345] = 9;
        column[20_001] = -9;
        ThinnedLine thin = ThinnedLine.of(column, 0, column.length);
        assertThat(thin.x().length).isLessThanOrEqualTo(1_401);
        assertThat(thin.x()).endsWith(29_999);
        assertThat(thin.x()).isSorted();
        for (int i = 0; i < thin.x().length; i++) {
            assertThat(thin.y()[i]).isEqualTo(column[(int) thin.x()[i]]);
        }
        assertThat(thin.y()).contains(9).contains(-9);
    }

    @Test
    void aShortLineIsItself() {
        ThinnedLine thin = ThinnedLine.of(new double[] {1, 2, 3, 4}, 1, 4);
        assertThat(thin.x()).containsExactly(1, 2, 3);
        assertThat(thin.y()).containsExactly(2, 3, 4);
    }
}
