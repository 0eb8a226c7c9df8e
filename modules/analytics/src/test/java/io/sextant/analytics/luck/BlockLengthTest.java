package io.sextant.analytics.luck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlockLengthTest {

    /**
     * Of x(t) = rho x(t-1) + noise the best length is (2 rho / (1 - rho^2))^(2/3) n^(1/3) exactly (Politis and White 2004, section 3).
     * What is estimated from 100,000 numbers is within 15 % of it.
     */
    @Test
    void findsTheBestLengthOfAFirstOrderSeries() {
        for (double rho : new double[] {0.3, 0.6, -0.5}) {
            SeededRandom random = new SeededRandom(8);
            double[] x = new double[100_000];
            for (int t = 1; t < x.length; t++) {
                x[t] = rho * x[t - 1] + random.nextGaussian();
            }
            double best = Math.cbrt(Math.pow(2 * rho / (1 - rho * rho), 2) * x.length);
            assertThat(BlockLength.of(x)).as("rho %s", rho).isCloseTo(best, within(0.15 * best));
        }
    }

    @Test
    void isShortWhereNothingIsRememberedAndOneWhereNothingMoves() {
        SeededRandom random = new SeededRandom(9);
        double[] noise = random.doubles(2_000).toArray();
        assertThat(BlockLength.of(noise)).isBetween(1.0, 4.0);
        Arrays.fill(noise, 0.25);
        assertThat(BlockLength.of(noise)).isEqualTo(1);
        assertThat(BlockLength.of(new double[] {1, 2, 3})).isEqualTo(1);
    }
}
