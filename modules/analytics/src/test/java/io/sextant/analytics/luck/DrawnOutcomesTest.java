package io.sextant.analytics.luck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DrawnOutcomesTest {

    @Test
    void anotherOrderKeepsTheGrowthAndChangesTheFalls() {
        double[] returns = {0.5, -0.2, 0.1, -0.3, 0.2};
        double growth = 1.5 * 0.8 * 1.1 * 0.7 * 1.2;
        DrawnOutcomes drawn = DrawnOutcomes.shuffled(returns, 2_000, new SeededRandom(1));
        assertThat(drawn.growthAt(0)).isCloseTo(growth, within(1e-12));
        assertThat(drawn.growthAt(1)).isCloseTo(growth, within(1e-12));
        // Deepest where both losses meet; least where a gain that makes up for the first stands between them.
        assertThat(drawn.falls()[0]).isCloseTo(0.8 * 0.7 - 1, within(1e-12));
        assertThat(drawn.falls()[1_999]).isCloseTo(-0.3, within(1e-12));
        // All 120 orders: how many have both losses side by side, 2 * 4! of them, fall by 44 % at least; error of 2,000
        // draws below 5 %.
        long together =
                Arrays.stream(drawn.falls()).filter(each -> each < -0.4399).count();
        assertThat(together / 2_000.0).isCloseTo(48 / 120.0, within(0.05));
    }

    /** Of single returns of 10 % up or down drawn again, the chance to lose is that of a binomial. */
    @Test
    void drawnAgainLosesAsOftenAsCounted() {
        double[] returns = new double[20];
        Arrays.setAll(returns, i -> i < 12 ? 0.1 : -0.1);
        DrawnOutcomes drawn = DrawnOutcomes.redrawn(returns, 1, 20_000, new SeededRandom(3));
        // Below one with 10 ups or fewer of 20: 1.1^10 0.9^10 < 1 < 1.1^11 0.9^9.
        double chance = 0;
        for (int ups = 0; ups <= 10; ups++) {
            double ways = 1;
            for (int i = 0; i < ups; i++) {
                ways = ways * (20 - i) / (i + 1);
            }
            chance += ways * Math.pow(0.6, ups) * Math.pow(0.4, 20 - ups);
        }
        assertThat(drawn.lossShare()).isCloseTo(chance, within(4 * Math.sqrt(chance * (1 - chance) / 20_000)));
    }
}
