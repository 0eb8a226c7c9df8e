package io.sextant.risk.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VolatilityContestTest {

    /** Two states that switch abruptly: the mixture is the true form, and no recursion follows a jump in one step. */
    private static double[] switching(int n) {
        SeededRandom random = new SeededRandom(77);
        double[] returns = new double[n];
        boolean wild = false;
        for (int i = 0; i < n; i++) {
            wild ^= random.nextDouble() < 0.02;
            returns[i] = (wild ? 0.04 : 0.004) * random.nextGaussian();
        }
        return returns;
    }

    private static double[] clustered(int n) {
        SeededRandom random = new SeededRandom(78);
        double[] returns = new double[n];
        double variance = 1e-4;
        for (int i = 0; i < n; i++) {
            returns[i] = Math.sqrt(variance) * random.nextGaussian();
            variance = 2e-6 + 0.1 * returns[i] * returns[i] + 0.88 * variance;
        }
        return returns;
    }

    @Test
    void whereStatesSwitchTheMixtureForeseesMoreAndWhereVarianceDriftsGarchDoes() {
        VolatilityContest switched = VolatilityContest.of(switching(1_600), 800, 400, 2, 1);
        assertThat(switched.advantage()).isGreaterThan(2);
        assertThat(switched.mixture()).isLessThan(switched.garch());
        assertThat(switched.next()).isBetween(0.0035, 0.045);

        VolatilityContest drifted = VolatilityContest.of(clustered(1_600), 800, 400, 2, 1);
        assertThat(drifted.advantage()).isLessThan(0);
        assertThat(drifted.periods()).isEqualTo(800);
    }

    /** The mixture's variance by the definition: E r^2 - (E r)^2 over the states' chances tomorrow. */
    @Test
    void theNextVarianceLiesBetweenTheStatesAndFollowsWhatComes() {
        RegimeMixture mixture = RegimeMixture.fit(switching(1_000), 2, 12, new SeededRandom(4));
        for (int i = 0; i < 30; i++) {
            mixture.update(0.001);
        }
        double calm = Math.sqrt(mixture.nextVariance());
        for (int i = 0; i < 5; i++) {
            mixture.update(0.07);
        }
        double wild = Math.sqrt(mixture.nextVariance());
        // Tomorrow it is still calm with 98%: 0.004^2 and 2% of 0.04^2 make 0.0069.
        assertThat(calm).isCloseTo(Math.sqrt(0.98 * 0.004 * 0.004 + 0.02 * 0.04 * 0.04), within(0.0025));
        assertThat(wild).isCloseTo(0.04, within(0.006));
    }

    /** Only the last return differs, so only the last score does: by the difference of squares over the variance foreseen before it. */
    @Test
    void aForecastKnowsNothingOfWhatComesLater() {
        double[] returns = clustered(700);
        double[] one = Arrays.copyOf(returns, 701);
        double[] other = Arrays.copyOf(returns, 701);
        one[700] = 0.3;
        other[700] = 0.1;
        VolatilityContest before = VolatilityContest.of(returns, 600, 200, 2, 1);
        VolatilityContest wild = VolatilityContest.of(one, 600, 200, 2, 1);
        VolatilityContest milder = VolatilityContest.of(other, 600, 200, 2, 1);
        double squares = 0.3 * 0.3 - 0.1 * 0.1;
        // The mean return, which is below 0.001, is taken off before squaring: less than 1%.
        double garch = squares / (before.nextGarch() * before.nextGarch());
        double mixture = squares / (before.next() * before.next());
        assertThat(101 * (wild.garch() - milder.garch())).isCloseTo(garch, within(0.01 * garch));
        assertThat(101 * (wild.mixture() - milder.mixture())).isCloseTo(mixture, within(0.01 * mixture));
        assertThatThrownBy(() -> VolatilityContest.of(returns, 100, 50, 2, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
