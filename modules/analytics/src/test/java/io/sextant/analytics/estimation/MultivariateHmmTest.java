package io.sextant.analytics.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class MultivariateHmmTest {

    private static final MultivariateHmm TRUTH = new MultivariateHmm(
            new double[] {0.5, 0.3, 0.2},
            new double[][] {{0.95, 0.03, 0.02}, {0.05, 0.9, 0.05}, {0.02, 0.08, 0.9}},
            new double[][] {{0, 1}, {2, -1}, {-1, 0}},
            new double[][][] {{{0.5, 0.2}, {0.2, 0.4}}, {{1, -0.5}, {-0.5, 2}}, {{4, 0}, {0, 0.3}}},
            Double.NaN,
            0);

    private static double[][] made(int n, RandomGenerator random) {
        double[][] points = new double[n][2];
        int state = 0;
        for (int t = 0; t < n; t++) {
            double[][] lower = MultivariateNormal.factor(TRUTH.covariances()[state]);
            double one = random.nextGaussian();
            points[t][0] = TRUTH.means()[state][0] + lower[0][0] * one;
            points[t][1] = TRUTH.means()[state][1] + lower[1][0] * one + lower[1][1] * random.nextGaussian();
            double rest = random.nextDouble();
            double[] row = TRUTH.transition()[state];
            state = rest < row[0] ? 0 : rest < row[0] + row[1] ? 1 : 2;
        }
        return points;
    }

    private static double density(double[] point, int state) {
        double[][] s = TRUTH.covariances()[state];
        double a = point[0] - TRUTH.means()[state][0];
        double b = point[1] - TRUTH.means()[state][1];
        double det = s[0][0] * s[1][1] - s[0][1] * s[0][1];
        double squares = (s[1][1] * a * a - 2 * s[0][1] * a * b + s[0][0] * b * b) / det;
        return Math.exp(-0.5 * squares) / (2 * Math.PI * Math.sqrt(det));
    }

    @Test
    void likelihoodSharesAndPathAreThoseOfAllPathsTogether() {
        double[][] points = made(6, new SeededRandom(2));
        double total = 0;
        double best = 0;
        int[] bestPath = {};
        double[][] shares = new double[3][6];
        for (int code = 0; code < 729; code++) {
            int[] path = new int[6];
            int rest = code;
            double chance = 1;
            for (int t = 0; t < 6; t++) {
                path[t] = rest % 3;
                rest /= 3;
                chance *= (t == 0 ? TRUTH.initial()[path[0]] : TRUTH.transition()[path[t - 1]][path[t]])
                        * density(points[t], path[t]);
            }
            total += chance;
            for (int t = 0; t < 6; t++) {
                shares[path[t]][t] += chance;
            }
            if (chance > best) {
                best = chance;
                bestPath = path;
            }
        }
        assertThat(TRUTH.logLikelihoodOf(points)).isCloseTo(Math.log(total), within(1e-10));
        assertThat(TRUTH.mostLikelyPath(points)).isEqualTo(bestPath);
        double[][] smoothed = TRUTH.smoothed(points);
        for (int i = 0; i < 3; i++) {
            for (int t = 0; t < 6; t++) {
                assertThat(smoothed[i][t]).isCloseTo(shares[i][t] / total, within(1e-12));
            }
        }
        assertThat(TRUTH.filtered(points)[1][5]).isCloseTo(smoothed[1][5], within(1e-12));
    }

    @Test
    void findsTheStatesThatMadeThePoints() {
        double[][] points = made(2_500, new SeededRandom(4));

        MultivariateHmm fit = MultivariateHmmEstimation.fit(points, 3, 8, new SeededRandom(1));

        assertThat(fit.logLikelihood())
                .isGreaterThan(TRUTH.logLikelihoodOf(points))
                .isCloseTo(fit.logLikelihoodOf(points), within(1e-3));
        for (int i = 0; i < 3; i++) {
            for (int f = 0; f < 2; f++) {
                assertThat(fit.means()[i][f]).isCloseTo(TRUTH.means()[i][f], within(0.35));
            }
            assertThat(fit.covariances()[i][0][0])
                    .isCloseTo(TRUTH.covariances()[i][0][0], within(0.25 * TRUTH.covariances()[i][0][0]));
            assertThat(fit.transition()[i][i]).isCloseTo(TRUTH.transition()[i][i], within(0.05));
        }
        assertThat(MultivariateHmmEstimation.fit(points, 2, 8, new SeededRandom(1))
                        .bic())
                .isGreaterThan(fit.bic());
    }

    /** One feature is the other estimator's case: the same model by another climb. */
    @Test
    void withOneFeatureItAgreesWithTheHiddenMarkovModelOfOneColumn() {
        double[][] points = made(800, new SeededRandom(6));
        double[] column = Arrays.stream(points).mapToDouble(p -> p[0]).toArray();
        double[][] single =
                Arrays.stream(column).mapToObj(v -> new double[] {v}).toArray(double[][]::new);

        MultivariateHmm many = MultivariateHmmEstimation.fit(single, 2, 8, new SeededRandom(1));
        GaussianHmm one = HmmEstimation.fit(column, 2, 10, new SeededRandom(1));

        assertThat(many.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-3));
        assertThat(many.means()[1][0]).isCloseTo(one.means()[1], within(0.02));
        assertThat(many.freeParameters()).isEqualTo(one.freeParameters());
        assertThat(many.filtered(single)[0]).containsExactly(one.filtered(column)[0], within(0.02));
    }

    /** What it finds must not hang on whether returns are told in percent. */
    @Test
    void unitsOfFeaturesChangeNothingButTheUnits() {
        double[][] points = made(600, new SeededRandom(8));
        double[][] scaled = Arrays.stream(points)
                .map(p -> new double[] {1e-4 * p[0] + 7, 1e-4 * p[0] + 1e3 * p[1]})
                .toArray(double[][]::new);

        MultivariateHmm plain = MultivariateHmmEstimation.fit(points, 2, 6, new SeededRandom(1));
        MultivariateHmm other = MultivariateHmmEstimation.fit(scaled, 2, 6, new SeededRandom(1));

        assertThat(other.transition()[0]).containsExactly(plain.transition()[0], within(1e-4));
        assertThat(other.means()[0][0]).isCloseTo(1e-4 * plain.means()[0][0] + 7, within(1e-7));
    }

    @Test
    void filteringKnowsNothingOfWhatComesAfter() {
        double[][] points = made(200, new SeededRandom(9));
        double[][] whole = TRUTH.filtered(points);
        double[][] part = TRUTH.filtered(Arrays.copyOf(points, 120));
        for (int i = 0; i < 3; i++) {
            assertThat(part[i]).containsExactly(Arrays.copyOf(whole[i], 120));
        }
    }

    @Test
    void missingAndMonstrousPointsBreakNothing() {
        MultivariateHmmFilter filter = new MultivariateHmmFilter(TRUTH);
        filter.update(new double[] {0, 1});
        double ahead = filter.nextProbability(0);
        assertThat(filter.update(new double[] {Double.NaN, 1})).isZero();
        assertThat(filter.probability(0)).isEqualTo(ahead);
        assertThat(filter.update(new double[] {1e150, 1e200})).isEqualTo(Double.NEGATIVE_INFINITY);
        double sum = filter.probability(0) + filter.probability(1) + filter.probability(2);
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void statesLearnedAnewKeepTheirPlaces() {
        double[][] points = made(1_200, new SeededRandom(10));
        MultivariateHmm first = MultivariateHmmEstimation.fit(points, 3, 8, new SeededRandom(1));
        MultivariateHmm turned = first.inOrder(new int[] {2, 0, 1});
        MultivariateHmm again = MultivariateHmmEstimation.fit(
                        Arrays.copyOfRange(points, 150, 1_200), 3, 8, new SeededRandom(3))
                .matchedTo(turned);
        for (int i = 0; i < 3; i++) {
            assertThat(MultivariateNormal.hellinger(
                            turned.means()[i], turned.covariances()[i], again.means()[i], again.covariances()[i]))
                    .isLessThan(0.2);
        }
        assertThat(first.matchedTo(turned).means()[1]).isEqualTo(turned.means()[1]);
        int[] fewer = StateMatching.order(new double[][] {{9, 1}, {1, 9}, {3, 3}});
        assertThat(fewer).containsExactly(1, 0);
        int[] more = StateMatching.order(new double[][] {{5, 9, 0}, {9, 1, 9}});
        assertThat(more).containsExactly(2, 1, 0);
    }

    @Test
    void refusesWhatCannotBeFitted() {
        RandomGenerator random = new SeededRandom(1);
        double[][] points = made(100, random);
        double[][] twice = Arrays.stream(points)
                .map(p -> new double[] {p[0], 2 * p[0] + 1})
                .toArray(double[][]::new);
        assertThatThrownBy(() -> MultivariateHmmEstimation.fit(twice, 2, 4, random))
                .hasMessage("a feature follows from the others");
        double[][] flat = Arrays.stream(points).map(p -> new double[] {p[0], 3}).toArray(double[][]::new);
        assertThatThrownBy(() -> MultivariateHmmEstimation.fit(flat, 2, 4, random))
                .hasMessage("feature 2 does not move");
        assertThatThrownBy(() -> MultivariateHmmEstimation.fit(Arrays.copyOf(points, 40), 2, 4, random))
                .hasMessageContaining("at least 48");
        points[3][1] = Double.NaN;
        assertThatThrownBy(() -> MultivariateHmmEstimation.fit(points, 2, 4, random))
                .hasMessageContaining("point 4");
    }
}
