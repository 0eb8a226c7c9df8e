package io.sextant.forecasting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

    /** As R's p.adjust has it: 0.01, 0.04, 0.03, 0.005 become 0.03, 0.06, 0.06, 0.02. */
    @Test
    void correctsAsRDoes() {
        assertThat(Holm.corrected(new double[] {0.01, 0.04, 0.03, 0.005}, 4))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    }

    @Test
    void trialsThatAreNotAtHandCountAsNothingFound() {
        double[] withBlanks = Holm.corrected(new double[] {0.001, 0.02, 1, 1, 1}, 5);

        assertThat(Holm.corrected(new double[] {0.001, 0.02}, 5)).containsExactly(withBlanks[0], withBlanks[1]);
    }

    @Test
    void wilsonBounds() {
        HitRate rate = new HitRate(60, 100);

        // Wilson 1927 for 60 of 100: 0.5020 to 0.6906.
        assertThat(rate.low()).isCloseTo(0.5020026, within(1e-6));
        assertThat(rate.high()).isCloseTo(0.6905987, within(1e-6));
        assertThat(new HitRate(0, 0).rate()).isZero();
    }
}
