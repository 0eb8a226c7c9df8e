package io.sextant.risk.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.distribution.Normal;
import io.sextant.domain.time.SeededRandom;
import io.sextant.risk.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StressTest {

    /** Shipped figures are rounded to a tenth of a percent (moves) and a hundredth (days); half of each, and a bit for a half. */
    @Test
    void theShippedCrisesAreThoseOfTheIndexItself() throws IOException {
        List<String> lines = Files.readAllLines(SharedData.find("computed/stress_windows_sp500.csv"));
        Map<String, String[]> wanted = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            wanted.put(cells[2] + cells[3], cells);
        }
        int compared = 0;
        for (HistoricalWindow window : HistoricalWindow.shipped()) {
            String key = window.from().toString() + window.to();
            if (wanted.containsKey(key)) {
                String[] cells = Objects.requireNonNull(wanted.get(key));
                assertThat(window.move()).as(key).isCloseTo(Double.parseDouble(cells[7]), within(0.00051));
                assertThat(window.worstDay()).as(key).isCloseTo(Double.parseDouble(cells[8]), within(0.000051));
                assertThat(window.worstDayOn().toString()).isEqualTo(cells[9]);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(wanted.size());
    }

    @Test
    void crisesAreInOrderAndNobodyGainedInThem() {
        List<HistoricalWindow> windows = HistoricalWindow.shipped();
        assertThat(windows).hasSizeGreaterThan(9);
        for (HistoricalWindow window : windows) {
            assertThat(window.from()).isBefore(window.to());
            assertThat(window.worstDayOn()).isBetween(window.from(), window.to());
            assertThat(window.move()).isBetween(-1.0, 0.0);
            assertThat(window.worstDay()).isBetween(-1.0, 0.0);
        }
    }

    /** Any other move that loses as much is less likely: random ones on the same plane lie further out. */
    @Test
    void noOtherMoveThatLosesAsMuchIsLikelier() {
        double[][] covariance = {{4e-4, 1e-4, 0}, {1e-4, 9e-4, 2e-4}, {0, 2e-4, 1e-4}};
        double[] weights = {0.5, 0.3, 0.4};
        ReverseStress reverse = ReverseStress.of(weights, covariance, 0.1);
        double lost = 0;
        for (int i = 0; i < 3; i++) {
            lost -= weights[i] * reverse.moves()[i];
        }
        assertThat(lost).isCloseTo(0.1, within(1e-12));
        assertThat(squaredDistance(reverse.moves(), covariance))
                .isCloseTo(reverse.deviations() * reverse.deviations(), within(1e-9));
        assertThat(reverse.chance()).isCloseTo(Normal.cumulative(-reverse.deviations()), within(1e-15));
        SeededRandom random = new SeededRandom(2);
        for (int k = 0; k < 200; k++) {
            double[] other = reverse.moves().clone();
            double shift = 0;
            for (int i = 0; i < 2; i++) {
                double step = 0.01 * random.nextGaussian();
                other[i] += step;
                shift += weights[i] * step;
            }
            other[2] -= shift / weights[2];
            assertThat(squaredDistance(other, covariance)).isGreaterThan(reverse.deviations() * reverse.deviations());
        }
        assertThat(reverse.alone()[0]).isCloseTo(-0.2, within(1e-12));
    }

    /** x' S^-1 x by Cramer's rule. */
    private static double squaredDistance(double[] x, double[][] s) {
        double determinant = determinant(s);
        double sum = 0;
        for (int j = 0; j < 3; j++) {
            double[][] replaced = {s[0].clone(), s[1].clone(), s[2].clone()};
            for (int i = 0; i < 3; i++) {
                replaced[i][j] = x[i];
            }
            sum += x[j] * determinant(replaced) / determinant;
        }
        return sum;
    }

    private static double determinant(double[][] a) {
        return a[0][0] * (a[1][1] * a[2][2] - a[1][2] * a[2][1])
                - a[0][1] * (a[1][0] * a[2][2] - a[1][2] * a[2][0])
                + a[0][2] * (a[1][0] * a[2][1] - a[1][1] * a[2][0]);
    }
}
