package io.sextant.analytics.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class GaussianMixtureTest {

    private static double[][] made(int n, RandomGenerator random) {
        double[][] points = new double[n][2];
        for (double[] point : points) {
            boolean near = random.nextDouble() < 0.7;
            double shared = random.nextGaussian();
            point[0] = near ? shared : 4 + 2 * random.nextGaussian();
            point[1] = near ? 0.8 * shared + 0.6 * random.nextGaussian() : -3 + 0.5 * random.nextGaussian();
        }
        return points;
    }

    @Test
    void findsTheLawsThatMadeThePoints() {
        double[][] points = made(2_000, new SeededRandom(1));

        GaussianMixture fit = GaussianMixture.fit(points, 2, 4, new SeededRandom(1));

        assertThat(fit.weights()).containsExactly(new double[] {0.7, 0.3}, within(0.03));
        assertThat(fit.means()[1]).containsExactly(new double[] {4, -3}, within(0.25));
        assertThat(fit.covariances()[0][0][1]).isCloseTo(0.8, within(0.1));
        assertThat(fit.covariances()[1][0][0]).isCloseTo(4, within(0.6));
        assertThat(fit.shares(new double[] {4, -3})[1]).isGreaterThan(0.99);
        assertThat(GaussianMixture.fit(points, 1, 4, new SeededRandom(1)).bic()).isGreaterThan(fit.bic());
        assertThat(GaussianMixture.fit(points, 3, 4, new SeededRandom(1)).bic()).isGreaterThan(fit.bic());
    }

    /** At the top, each law's mean is the mean of all points by their shares in it, and weights are mean shares. */
    @Test
    void whereItEndsIsAStandingPointOfExpectationAndMaximisation() {
        double[][] points = made(500, new SeededRandom(2));
        GaussianMixture fit = GaussianMixture.fit(points, 2, 4, new SeededRandom(1));
        double weight = 0;
        double sum = 0;
        double log = 0;
        for (double[] point : points) {
            double share = fit.shares(point)[1];
            weight += share;
            sum += share * point[0];
            double density = 0;
            for (int i = 0; i < 2; i++) {
                density += fit.weights()[i]
                        * Math.exp(MultivariateNormal.of(fit.means()[i], fit.covariances()[i])
                                .logDensity(point));
            }
            log += Math.log(density);
        }
        assertThat(fit.weights()[1]).isCloseTo(weight / points.length, within(1e-5));
        assertThat(fit.means()[1][0]).isCloseTo(sum / weight, within(1e-4));
        assertThat(fit.logLikelihood()).isCloseTo(log, within(1e-6));
    }

    /** One law is the sample's own mean and covariance, in closed form. */
    @Test
    void oneLawIsTheSampleItself() {
        double[][] points = {
            {1, 2}, {3, 1}, {-1, 0}, {2, 2}, {0, 5}, {1, 1}, {4, 0}, {2, 3}, {0, 0}, {1, 4}, {1, 2}, {3, 1}, {-1, 0},
            {2, 2}, {0, 5}, {1, 1}, {4, 0}, {2, 3}, {0, 0}, {1, 4}, {1, 2}, {3, 1}, {-1, 0}, {2, 2}
        };
        double mean = 0;
        for (double[] point : points) {
            mean += point[0] / points.length;
        }
        double variance = 0;
        for (double[] point : points) {
            variance += (point[0] - mean) * (point[0] - mean) / points.length;
        }
        GaussianMixture fit = GaussianMixture.fit(points, 1, 1, new SeededRandom(1));
        assertThat(fit.means()[0][0]).isCloseTo(mean, within(1e-12));
        assertThat(fit.covariances()[0][0][0]).isCloseTo(variance, within(1e-12));
    }
}
