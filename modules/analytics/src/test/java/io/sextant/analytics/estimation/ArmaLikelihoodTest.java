package io.sextant.analytics.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ArmaLikelihoodTest {

    private static final int ROUNDS = Integer.getInteger("sextant.arima.rounds", 100);

    /** Terms of every kind, seasons of 2 to 5 places, with and without a mean. */
    private static ArimaOrder someOrder(RandomGenerator random) {
        ArimaOrder plain =
                ArimaOrder.of(random.nextInt(4), 0, random.nextInt(4)).withConstant(random.nextBoolean());
        return random.nextBoolean()
                ? plain
                : plain.seasonal(random.nextInt(3), 0, random.nextInt(3), 2 + random.nextInt(4));
    }

    /** Stationary autoregressions; moving averages with roots on either side of the unit circle. */
    private static double[] someParameters(ArimaOrder order, RandomGenerator random) {
        double[] x = new double[order.terms() + (order.constant() ? 1 : 0)];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1.8 * random.nextDouble() - 0.9;
        }
        double[] scratch = new double[x.length];
        ArmaPolynomials.fromPartial(x, 0, order.p(), scratch);
        ArmaPolynomials.fromPartial(x, order.p() + order.q(), order.seasonalP(), scratch);
        for (int i = order.p(); i < order.p() + order.q(); i++) {
            x[i] *= 2;
        }
        return x;
    }

    @Test
    void isTheDensityOfAllValuesTogether() {
        SeededRandom random = new SeededRandom(17);
        for (int round = 0; round < ROUNDS; round++) {
            ArimaOrder order = someOrder(random);
            double[] x = someParameters(order, random);
            double[] w = random.doubles(30, -2, 3).toArray();

            double value = new ArmaLikelihood(order, w).atConstant(x);

            double expected = DenseArma.logDensity(order, x, w);
            // Autocovariances near a unit root lose digits; the twin inverts a matrix of them.
            assertThat(value)
                    .as(order + " " + Arrays.toString(x))
                    .isCloseTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
        }
    }

    /** A long series leaves the part where the gain moves. */
    @Test
    void goesOnExactlyWhereTheGainStandsStill() {
        SeededRandom random = new SeededRandom(18);
        for (int round = 0; round < ROUNDS / 10; round++) {
            ArimaOrder order = someOrder(random);
            double[] x = someParameters(order, random);
            double[] w = random.doubles(300, -2, 3).toArray();

            double value = new ArmaLikelihood(order, w).atConstant(x);

            double expected = DenseArma.logDensity(order, x, w);
            assertThat(value)
                    .as(order + " " + Arrays.toString(x))
                    .isCloseTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
        }
    }

    /** Central differences of a function with errors of 1e-11 over 1e-5, and their own of the second order. */
    @Test
    void derivativesAreThoseOfTheLikelihood() {
        SeededRandom random = new SeededRandom(24);
        for (int round = 0; round < ROUNDS; round++) {
            ArimaOrder order = someOrder(random);
            double[] w = random.doubles(20 + random.nextInt(200), -2, 3).toArray();
            ArmaSlope slope = new ArmaSlope(order, new ArmaLikelihood(order, w));
            double[] x = random.doubles(order.terms(), -0.9, 0.9).toArray();
            double[] gradient = new double[x.length];

            double value = slope.at(x, gradient);

            assertThat(value).isCloseTo(-slope.height(x), within(1e-8 * Math.abs(value)));
            for (int i = 0; i < x.length; i++) {
                double held = x[i];
                x[i] = held + 1e-5;
                double above = -slope.height(x);
                x[i] = held - 1e-5;
                double below = -slope.height(x);
                x[i] = held;
                assertThat(gradient[i])
                        .as(order + " " + i)
                        .isCloseTo((above - below) / 2e-5, within(1e-5 * Math.max(1, Math.abs(gradient[i]))));
            }
        }
    }

    @Test
    void theLikeliestMeanIsNoWorseThanItsNeighbours() {
        SeededRandom random = new SeededRandom(19);
        ArimaOrder order = ArimaOrder.of(2, 0, 1).withConstant(true);
        double[] w = random.doubles(200, 99, 101).toArray();
        double[] x = {0.5, 0.2, -0.3, 0};
        ArmaLikelihood likelihood = new ArmaLikelihood(order, w);
        double best = likelihood.at(x);
        double mean = likelihood.constant();

        for (double beside : new double[] {-1e-4, 0, 1e-4}) {
            x[3] = mean + beside;
            assertThat(likelihood.atConstant(x)).isLessThanOrEqualTo(best + 1e-9);
        }
        x[3] = mean;
        assertThat(likelihood.atConstant(x)).isCloseTo(best, within(1e-9));
    }

    @Test
    void refusesAnAutoregressionThatIsNotStationary() {
        double[] w = new SeededRandom(20).doubles(50).toArray();

        assertThat(new ArmaLikelihood(ArimaOrder.of(1, 0, 0), w).at(new double[] {1.01}))
                .isNegative()
                .isInfinite();
        assertThat(new ArmaLikelihood(ArimaOrder.of(2, 0, 0), w).at(new double[] {0.6, 0.5}))
                .isInfinite();
    }

    @Test
    void partialAutocorrelationsLeadThereAndBack() {
        SeededRandom random = new SeededRandom(21);
        for (int round = 0; round < ROUNDS; round++) {
            int count = 1 + random.nextInt(6);
            double[] partial = random.doubles(count, -0.99, 0.99).toArray();
            double[] scratch = new double[count];
            double[] x = partial.clone();

            ArmaPolynomials.fromPartial(x, 0, count, scratch);
            double[] polynomial = Arrays.stream(x).map(each -> -each).toArray();
            assertThat(ArmaPolynomials.smallestRoot(polynomial)).isGreaterThan(1);
            assertThat(ArmaPolynomials.toPartial(x, 0, count, scratch)).isTrue();

            for (int i = 0; i < count; i++) {
                // Each step back divides by 1 - r^2, at the least 0.02 here.
                assertThat(x[i]).isCloseTo(partial[i], within(1e-8));
            }
        }
    }

    /** r outside of the unit interval and a root inside of the unit circle are the same thing. */
    @Test
    void thePathBackRefusesExactlyWhatIsNotStationary() {
        SeededRandom random = new SeededRandom(22);
        int stationary = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int count = 1 + random.nextInt(4);
            double[] x = random.doubles(count, -1.2, 1.2).toArray();
            boolean outside = ArmaPolynomials.smallestRoot(
                            Arrays.stream(x).map(each -> -each).toArray())
                    > 1;
            stationary += outside ? 1 : 0;

            assertThat(ArmaPolynomials.toPartial(x.clone(), 0, count, new double[count]))
                    .isEqualTo(outside);
        }
        assertThat(stationary).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    @Test
    void mirroredRootsLeaveTheLikelihoodAndEndOutside() {
        SeededRandom random = new SeededRandom(23);
        for (int round = 0; round < ROUNDS; round++) {
            int q = 1 + random.nextInt(4);
            ArimaOrder order = ArimaOrder.of(0, 0, q);
            double[] x = random.doubles(q, -2, 2).toArray();
            double[] w = random.doubles(40, -1, 1).toArray();
            double[] inverted = x.clone();

            ArmaPolynomials.invert(inverted, 0, q);

            assertThat(ArmaPolynomials.smallestRoot(inverted)).isGreaterThan(1 - 1e-7);
            ArmaLikelihood likelihood = new ArmaLikelihood(order, w);
            assertThat(likelihood.at(inverted)).isCloseTo(likelihood.at(x), within(1e-6));
        }
    }
}
