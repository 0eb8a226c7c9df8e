package io.sextant.forecasting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.distribution.Normal;
import io.sextant.forecasting.Forecast;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuantileScoresTest {

    private static final double[] NORMAL =
            Forecast.normal(0, new double[] {3}, new double[] {2}).quantiles()[0];

    @Test
    void normalQuantilesGiveBackTheNormalDistribution() {
        for (double x : new double[] {-9, -1.2, 0.4, 3, 3.1, 5.5, 12}) {
            double z = (x - 3) / 2;
            assertThat(QuantileScores.logScore(NORMAL, x)).isCloseTo(Math.log(Normal.density(z) / 2), within(1e-9));
            assertThat(QuantileScores.cumulative(NORMAL, x)).isCloseTo(Normal.cumulative(z), within(1e-12));
        }
    }

    /** Gneiting and Raftery 2007: sigma (z (2 Phi(z) - 1) + 2 phi(z) - 1/sqrt(pi)). Trapezes between 23 levels are right to about a percent of sigma. */
    @Test
    void crpsOfANormalDistributionIsItsClosedForm() {
        for (double x : new double[] {-1, 0.5, 2, 3, 4.4, 7}) {
            double z = (x - 3) / 2;
            double exact = 2 * (z * (2 * Normal.cumulative(z) - 1) + 2 * Normal.density(z) - 1 / Math.sqrt(Math.PI));
            assertThat(QuantileScores.crps(NORMAL, x)).isCloseTo(exact, within(0.02));
        }
    }

    @Test
    void crpsOfOneNumberIsItsAbsoluteError() {
        double[] one = new double[Forecast.levels()];
        Arrays.fill(one, 5);

        // The levels end at 0.5 % and 99.5 %, and the weights with them.
        assertThat(QuantileScores.crps(one, 7.5)).isCloseTo(2.5, within(0.02));
        assertThat(QuantileScores.logScore(one, 5)).isNaN();
        assertThat(QuantileScores.cumulative(one, 4.9)).isZero();
        assertThat(QuantileScores.cumulative(one, 5.1)).isEqualTo(1);
    }

    @Test
    void aQuantileCostsItsLevelAboveAndTheRestBelow() {
        assertThat(QuantileScores.pinball(0.9, 10, 12)).isCloseTo(1.8, within(1e-12));
        assertThat(QuantileScores.pinball(0.9, 10, 8)).isCloseTo(0.2, within(1e-12));
    }

    /** Nearly the same outer quantiles on both sides: a value one width beyond them is unlikely, not impossible. */
    @Test
    void outerQuantilesThatNearlyMeetDoNotMakeTheTailImpossible() {
        double[] told = NORMAL.clone();
        told[0] = told[1] - 1e-6;
        told[told.length - 1] = told[told.length - 2] + 1e-6;

        // From the 99.5 % point on, the normal tail of the middle: the value lies one deviation beyond.
        double z = Normal.quantile(0.995) + 1;
        assertThat(QuantileScores.logScore(told, told[told.length - 1] + 2))
                .isCloseTo(Math.log(Normal.density(z) / 2), within(1e-9));
        assertThat(QuantileScores.logScore(told, told[0] - 2)).isCloseTo(Math.log(Normal.density(z) / 2), within(1e-9));
    }

    /** The density between quantiles integrates to the shares between their levels. */
    @Test
    void anyDensityHoldsAsMuchAsItsLevelsSay() {
        double[] skewed = new double[Forecast.levels()];
        Arrays.setAll(skewed, i -> Math.exp(1.3 * Normal.quantile(Forecast.level(i))));
        int steps = 20_000;
        double from = skewed[5];
        double to = skewed[18];
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double x = from + (to - from) * (i + 0.5) / steps;
            sum += Math.exp(QuantileScores.logScore(skewed, x)) * (to - from) / steps;
        }
        assertThat(sum).isCloseTo(Forecast.level(18) - Forecast.level(5), within(1e-3));
    }
}
