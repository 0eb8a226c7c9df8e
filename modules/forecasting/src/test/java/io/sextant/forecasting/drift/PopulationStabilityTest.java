package io.sextant.forecasting.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {

    private static final double[] ONE_TO_HUNDRED =
            IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray();

    @Test
    void isNothingWhileTheSharesStay() {
        PopulationStability stability = new PopulationStability(ONE_TO_HUNDRED, 10);
        for (double value : ONE_TO_HUNDRED) {
            stability.add(value);
        }
        assertThat(stability.index()).isCloseTo(0, within(1e-15));
    }

    @Test
    void addsTheSharesThatMovedTimesTheirLogarithm() {
        PopulationStability stability = new PopulationStability(ONE_TO_HUNDRED, 2);
        // Three quarters now lie in the lower half: (.75-.5) ln(1.5) + (.25-.5) ln(.5).
        for (int i = 0; i < 40; i++) {
            stability.add(i % 4 == 0 ? 99 : 1);
        }
        double byHand = 0.25 * Math.log(1.5) - 0.25 * Math.log(0.5);
        assertThat(stability.index()).isCloseTo(byHand, within(1e-12));
    }

    @Test
    void forgetsWhatIsTakenBack() {
        PopulationStability stability = new PopulationStability(ONE_TO_HUNDRED, 4);
        stability.add(3);
        stability.add(90);
        double before = stability.index();
        stability.add(55);
        stability.remove(55);
        assertThat(stability.index()).isEqualTo(before);
        assertThat(stability.size()).isEqualTo(2);
    }

    @Test
    void byChanceAloneItIsAboutWhatItsBinsOverItsSizeSay() {
        SplittableRandom random = new SplittableRandom(7);
        double[] reference = random.doubles(5_000).toArray();
        double sum = 0;
        int rounds = 200;
        for (int round = 0; round < rounds; round++) {
            PopulationStability stability = new PopulationStability(reference, 10);
            random.doubles(500).forEach(stability::add);
            sum += stability.index();
        }
        // Its mean is 9 (1/500 + 1/5000) = 0.0198, its deviation sqrt(2/9) of that: of 200 means 0.0007. Four of those.
        assertThat(sum / rounds).isCloseTo(9 * (1 / 500.0 + 1 / 5_000.0), within(0.0028));
    }

    @Test
    void asksForEnoughToFillItsBins() {
        assertThatThrownBy(() -> new PopulationStability(new double[19], 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("19 values do not fill 10 bins");
    }
}
