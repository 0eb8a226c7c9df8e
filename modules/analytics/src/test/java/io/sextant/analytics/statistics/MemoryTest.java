package io.sextant.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.SharedData;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private final SplittableRandom random = new SplittableRandom(5);

    private double[] noise(int size) {
        double[] noise = new double[size];
        Arrays.setAll(noise, i -> random.nextGaussian());
        return noise;
    }

    /** R: acf(lh) and pacf(lh) on the data that come with it. */
    @Test
    void autocorrelationsOfLhAreRs() throws IOException {
        double[] lh = Arrays.copyOf(SharedData.column("bench/r_textbook_series.csv", "lh"), 48);
        double[] r = Autocorrelation.of(lh, 5);
        double[] partial = Autocorrelation.partial(lh, 3);

        assertThat(r[0]).isEqualTo(1);
        assertThat(r[1]).isCloseTo(0.576, within(5e-4));
        assertThat(r[2]).isCloseTo(0.182, within(5e-4));
        assertThat(r[3]).isCloseTo(-0.145, within(5e-4));
        assertThat(partial[1]).isEqualTo(r[1]);
        assertThat(partial[2]).isCloseTo(-0.223, within(5e-4));
        assertThat(partial[3]).isCloseTo(-0.227, within(5e-4));
    }

    @Test
    void ljungBoxIsItsSum() {
        double[] values = noise(60);
        double[] r = Autocorrelation.of(values, 3);
        LjungBox test = LjungBox.test(values, 3, 1);

        assertThat(test.statistic())
                .isCloseTo(60.0 * 62 * (r[1] * r[1] / 59 + r[2] * r[2] / 58 + r[3] * r[3] / 57), within(1e-10));
        // Two degrees of freedom: the tail of chi-squared is exp(-x/2).
        assertThat(test.pValue()).isCloseTo(Math.exp(-test.statistic() / 2), within(1e-12));
    }

    @Test
    void jarqueBeraOfTwoPointsIsKnown() {
        double[] coin = {-1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1};
        JarqueBera test = JarqueBera.test(coin);

        assertThat(test.skewness()).isZero();
        assertThat(test.kurtosis()).isEqualTo(1);
        assertThat(test.statistic()).isCloseTo(12 / 6.0 * (4 / 4.0), within(1e-12));
        assertThat(test.pValue()).isCloseTo(Math.exp(-1), within(1e-12));
    }

    /** The plain definition over all overlapping steps. */
    @Test
    void varianceRatioIsItsDefinition() {
        double[] walk = new double[200];
        for (int i = 1; i < walk.length; i++) {
            walk[i] = walk[i - 1] + 0.01 + random.nextGaussian();
        }
        int q = 5;
        int n = walk.length - 1;
        double mean = (walk[n] - walk[0]) / n;
        double one = 0;
        for (int i = 1; i <= n; i++) {
            one += Math.pow(walk[i] - walk[i - 1] - mean, 2) / (n - 1);
        }
        double many = 0;
        for (int i = q; i <= n; i++) {
            many += Math.pow(walk[i] - walk[i - q] - q * mean, 2);
        }
        many /= q * (n - q + 1.0) * (1 - q / (double) n);

        assertThat(VarianceRatio.test(walk, q).ratio()).isCloseTo(many / one, within(1e-12));
    }

    @Test
    void ratiosAndExponentsTellTrendsFromReturns() {
        double[] calm = noise(4_096);
        double[] trending = new double[calm.length];
        double[] turning = new double[calm.length];
        for (int i = 1; i < calm.length; i++) {
            trending[i] = 0.5 * trending[i - 1] + calm[i];
            turning[i] = -0.5 * turning[i - 1] + calm[i];
        }
        assertThat(VarianceRatio.test(sums(calm), 4).pValue()).isGreaterThan(0.01);
        assertThat(VarianceRatio.test(sums(trending), 4)).satisfies(test -> {
            assertThat(test.ratio()).isGreaterThan(1.5);
            assertThat(test.pValue()).isLessThan(1e-6);
        });
        assertThat(VarianceRatio.test(sums(turning), 4).ratio()).isLessThan(0.6);
        assertThat(Hurst.of(calm).exponent()).isBetween(0.42, 0.58);
        assertThat(Hurst.of(trending).exponent()).isGreaterThan(Hurst.of(calm).exponent());
        assertThat(Hurst.of(turning).exponent()).isLessThan(Hurst.of(calm).exponent());
        assertThat(LjungBox.test(trending, 10, 0).pValue()).isLessThan(1e-9);
    }

    @Test
    void causesAreFoundInOneDirection() {
        double[] cause = noise(400);
        double[] effect = new double[cause.length];
        for (int i = 1; i < effect.length; i++) {
            effect[i] = 0.3 * effect[i - 1] + 0.4 * cause[i - 1] + random.nextGaussian();
        }
        assertThat(GrangerCausality.test(cause, effect, 2).pValue()).isLessThan(1e-6);
        assertThat(GrangerCausality.test(effect, cause, 2).pValue()).isGreaterThan(0.01);
        assertThat(GrangerCausality.test(effect, cause, 2).degreesBelow()).isEqualTo(398 - 5);
    }

    private static double[] sums(double[] steps) {
        double[] sums = steps.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }
}
