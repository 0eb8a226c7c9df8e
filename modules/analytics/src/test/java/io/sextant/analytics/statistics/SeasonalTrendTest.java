package io.sextant.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.SharedData;
import io.sextant.analytics.linear.LeastSquares;
import io.sextant.analytics.statistics.SeasonalTrend.Settings;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeasonalTrendTest {

    private final SplittableRandom random = new SplittableRandom(9);

    /** Local lines pass through a line, and a season that repeats is its own average. */
    @Test
    void aLineWithARepeatingSeasonHasNoRemainder() {
        double[] season = {3, -1, 0, 2, -4, 0};
        double[] values = new double[96];
        Arrays.setAll(values, i -> 10 + 0.25 * i + season[i % 6]);

        SeasonalTrend parts = SeasonalTrend.of(values, new Settings(6, 7, 13, 30, 0));

        for (int i = 0; i < values.length; i++) {
            assertThat(parts.seasonal()[i]).isCloseTo(season[i % 6], within(1e-6));
            assertThat(parts.trend()[i]).isCloseTo(10 + 0.25 * i, within(1e-6));
        }
    }

    @Test
    void partsAddUpAndAnOutlierIsWeighedDown() throws IOException {
        double[] passengers = Arrays.stream(SharedData.column("bench/r_textbook_series.csv", "AirPassengers"))
                .limit(144)
                .map(Math::log)
                .toArray();
        double[] bent = passengers.clone();
        bent[70] += 1;
        SeasonalTrend plain = SeasonalTrend.of(passengers, Settings.usual(12, true));
        SeasonalTrend robust = SeasonalTrend.of(bent, Settings.usual(12, true));

        for (int i = 0; i < bent.length; i++) {
            assertThat(robust.trend()[i] + robust.seasonal()[i] + robust.remainder()[i])
                    .isCloseTo(bent[i], within(1e-12));
            assertThat(robust.trend()[i]).as("place %d", i).isCloseTo(plain.trend()[i], within(0.02));
        }
        assertThat(robust.robustness()[70]).isZero();
        assertThat(robust.remainder()[70]).isCloseTo(1, within(0.1));
    }

    /** The local line is weighted least squares: rows times the root of their weights. */
    @Test
    void loessIsAWeightedRegression() {
        int n = 30;
        double[] y = new double[n];
        Arrays.setAll(y, i -> random.nextGaussian());
        double[] weights = new double[n];
        Arrays.setAll(weights, i -> 0.2 + random.nextDouble());
        double[] smooth = new double[n];
        new Loess(11, true).smooth(y, weights, n, smooth, 0);

        for (int i = 0; i < n; i++) {
            int left = Math.clamp(i - 5, 0, n - 11);
            double reach = Math.max(i - left, left + 10 - i);
            double[] ones = new double[11];
            double[] places = new double[11];
            double[] seen = new double[11];
            for (int k = 0; k < 11; k++) {
                double distance = Math.abs(left + k - i) / reach;
                double tricube = distance > 0.999 ? 0 : distance <= 0.001 ? 1 : Math.pow(1 - Math.pow(distance, 3), 3);
                double root = Math.sqrt(tricube * weights[left + k]);
                ones[k] = root;
                places[k] = root * (left + k - i);
                seen[k] = root * y[left + k];
            }
            double fitted = LeastSquares.fit(seen, ones, places).coefficients()[0];
            assertThat(smooth[i]).as("place %d", i).isCloseTo(fitted, within(1e-10));
        }
    }

    @Test
    void refusesHalfASeason() {
        assertThatThrownBy(() -> SeasonalTrend.of(new double[15], Settings.usual(12, false)))
                .hasMessageContaining("at least 24 values");
        assertThatThrownBy(() -> new Settings(12, 8, 21, 2, 0)).hasMessageContaining("odd");
    }
}
