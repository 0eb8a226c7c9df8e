package io.sextant.portfolio.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import io.sextant.portfolio.PortfolioRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Seven returns of three assets; the numbers beside them were computed with NumPy from the papers' equations, and agree to rounding. */
class EstimatorsTest {

    private static final ReturnPanel SEVEN = new ReturnPanel(List.of("A", "B", "C"), new double[][] {
        {0.01, 0.03, -0.015, 0.002, -0.02, 0.012, 0.007},
        {-0.02, 0.01, 0.02, -0.01, -0.03, 0.025, 0.001},
        {0.005, -0.01, 0.02, 0.011, 0.004, -0.006, 0.013}
    });

    private static double[] flat(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    }

    @Test
    void ledoitAndWolfShrinkAsFarAsTheirPaperSays() {
        Covariances.Estimate estimate = Covariances.of(SEVEN, Covariance.LEDOIT_WOLF, Double.NaN);

        assertThat(estimate.shrinkage()).isCloseTo(0.8712228863058968, within(1e-12));
        assertThat(flat(estimate.matrix()))
                .containsExactly(
                        new double[] {
                            0.00023588102743886017,
                            1.2911876726104671e-05,
                            -1.3363910676214584e-05,
                            1.2911876726104671e-05,
                            0.00025056687460871013,
                            -2.6832945526873337e-06,
                            -1.3363910676214584e-05,
                            -2.6832945526873337e-06,
                            0.00021649087346263377
                        },
                        within(1e-17));
    }

    @Test
    void theOracleTakesAllOfTheTargetWhereThereIsLittleToSee() {
        Covariances.Estimate estimate = Covariances.of(SEVEN, Covariance.OAS, Double.NaN);

        assertThat(estimate.shrinkage()).isEqualTo(1);
        assertThat(estimate.matrix()[0][0]).isCloseTo(0.00023431292517006803, within(1e-17));
        assertThat(estimate.matrix()[0][1]).isZero();
    }

    @Test
    void whatIsOlderCountsLess() {
        assertThat(flat(Covariances.of(SEVEN, Covariance.EWMA, 3).matrix()))
                .containsExactly(
                        new double[] {
                            0.00024378673129668994,
                            0.00016473340589448092,
                            -8.369022202064488e-05,
                            0.00016473340589448092,
                            0.0004357302541052997,
                            -4.718065208408578e-05,
                            -8.369022202064488e-05,
                            -4.718065208408579e-05,
                            0.0001046551765114051
                        },
                        within(1e-17));
    }

    @Test
    void meansAreDrawnTogetherAndBetasPaidFor() {
        double[][] s = Covariances.of(SEVEN, Covariance.SAMPLE, Double.NaN).matrix();

        assertThat(Means.of(SEVEN, MeanKind.JAMES_STEIN, s, 1, 0))
                .containsExactly(
                        new double[] {0.004620560324744786, 0.0042324743902293896, 0.0047628585007337635},
                        within(1e-15));
        assertThat(Means.of(SEVEN, MeanKind.CAPM, s, 252, 0.02))
                .containsExactly(
                        new double[] {0.7865476324162458, 1.407975294778215, -0.07052292719446009}, within(1e-12));
    }

    @Test
    void withoutSkillNothingIsTilted() {
        double[] means = {0.1, 0.05, 0.02};

        assertThat(Means.tilted(means, new double[] {0.9, 0.25, 0.3}, new double[] {-0.2, 0.5, Double.NaN}))
                .containsExactly(new double[] {0.1, 0.15, 0.02}, within(1e-15));
    }

    @Test
    void cleaningLeavesOneCommonFactorAndTheVariances() {
        SeededRandom chance = new SeededRandom(12);
        int n = 20;
        double[][] returns = new double[n][400];
        for (int t = 0; t < 400; t++) {
            double common = chance.nextGaussian();
            for (int i = 0; i < n; i++) {
                returns[i][t] = 0.01 * common + 0.01 * chance.nextGaussian();
            }
        }
        ReturnPanel panel =
                new ReturnPanel(IntStream.range(0, n).mapToObj(i -> "A" + i).toList(), returns);
        double[][] sample = Covariances.of(panel, Covariance.SAMPLE, Double.NaN).matrix();
        double[][] cleaned =
                Covariances.of(panel, Covariance.DENOISED, Double.NaN).matrix();
        double[][] common = Covariances.of(panel, Covariance.FACTOR, Double.NaN).matrix();
        double off = 0;
        double was = 0;
        for (int i = 0; i < n; i++) {
            assertThat(cleaned[i][i]).isCloseTo(sample[i][i], within(1e-18));
            assertThat(common[i][i]).isCloseTo(sample[i][i], within(1e-18));
            for (int j = 0; j < i; j++) {
                off += Math.pow(cleaned[i][j] - 1e-4, 2);
                was += Math.pow(sample[i][j] - 1e-4, 2);
            }
        }
        // Every covariance is 1e-4 in truth; noise of single pairs goes, that of the common factor stays.
        assertThat(off).isLessThan(was);
        // One factor: products across are the same whichever way they are paired.
        for (int i = 4; i < n; i++) {
            assertThat(common[0][1] * common[2][i]).isCloseTo(common[0][i] * common[2][1], within(1e-18));
        }
    }

    @Test
    void historiesThatDoNotFitTogetherAreMadeToFit() {
        double gap = Double.NaN;
        ReturnPanel patchy = new ReturnPanel(List.of("A", "B", "C"), new double[][] {
            {1, -1, 1, -1, gap, gap, gap, gap, 1, -1, 1, -1},
            {1, -1, 1, -1, 1, -1, 1, -1, gap, gap, gap, gap},
            {gap, gap, gap, gap, 1, -1, 1, -1, -1, 1, -1, 1}
        });

        Covariances.Estimate estimate = Covariances.of(patchy, Covariance.SAMPLE, Double.NaN);

        assertThat(estimate.raised()).isTrue();
        assertThat(Spectrum.of(estimate.matrix()).values()[2]).isGreaterThan(-1e-15);
        assertThatThrownBy(() -> Covariances.of(patchy, Covariance.LEDOIT_WOLF, Double.NaN))
                .isInstanceOf(PortfolioRefusal.class)
                .hasMessageContaining("0 periods of which every asset's return is known");
    }
}
