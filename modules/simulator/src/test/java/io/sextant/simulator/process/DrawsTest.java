package io.sextant.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/**
 * The generator's numbers against the distributions they claim. With a million draws the standard error of a mean of unit
 * variance is 0.001; bands of four to five of them leave one wrong alarm in ten thousand, and the seed is fixed anyway.
 */
class DrawsTest {

    private static final int COUNT = 1_000_000;

    private final Draws draws = Draws.stream(42, 7);

    @Test
    void drawsNormalNumbersWithTheMomentsAndTailsOfANormalDistribution() {
        double[] sample = sample(draws::normal);

        assertThat(moment(sample, 1)).isCloseTo(0, within(0.005));
        assertThat(moment(sample, 2)).isCloseTo(1, within(0.01));
        assertThat(moment(sample, 3)).isCloseTo(0, within(0.02));
        assertThat(moment(sample, 4)).isCloseTo(3, within(0.05));
        assertThat(shareAbove(sample, 1.959964)).isCloseTo(0.025, within(0.0008));
        // Beyond 3.44 the ziggurat's own tail begins: 288 of a million are expected there.
        assertThat(shareAbove(sample, 3.4426)).isCloseTo(0.000_288, within(0.000_085));
    }

    @Test
    void drawsExponentialNumbersWithMeanOneAndTheirTail() {
        double[] sample = sample(draws::exponential);

        assertThat(moment(sample, 1)).isCloseTo(1, within(0.005));
        assertThat(moment(sample, 2)).isCloseTo(2, within(0.025));
        assertThat(shareAbove(sample, 1)).isCloseTo(StrictMath.exp(-1), within(0.0025));
        // The tail layer begins at 7.697: 454 of a million are expected beyond it.
        assertThat(shareAbove(sample, 7.697)).isCloseTo(0.000_454, within(0.000_110));
        assertThat(Arrays.stream(sample).min().orElseThrow()).isPositive();
    }

    @Test
    void drawsJumpsOfBothSignsWithVarianceTwo() {
        double[] sample = sample(draws::laplace);

        assertThat(moment(sample, 1)).isCloseTo(0, within(0.007));
        assertThat(moment(sample, 2)).isCloseTo(2, within(0.025));
    }

    @Test
    void drawsEveryPlaceBelowABoundEquallyOften() {
        int[] seen = new int[10];
        for (int i = 0; i < COUNT; i++) {
            seen[draws.below(10)]++;
        }

        // The standard deviation of a count is 300.
        assertThat(Arrays.stream(seen)).allSatisfy(count -> assertThat(count).isCloseTo(COUNT / 10, within(1_500)));
    }

    @Test
    void computesExponentialsAndLogarithmsLikeTheReference() {
        for (int i = 0; i < COUNT / 10; i++) {
            double x = 60 * (draws.uniform() - 0.5);
            assertThat(Math.abs(Transcendental.exp(x) / StrictMath.exp(x) - 1)).isLessThan(1e-11);
            double y = StrictMath.exp(x);
            assertThat(Math.abs(Transcendental.log(y) - StrictMath.log(y))).isLessThan(1e-11);
        }
        assertThat(Transcendental.exp(0)).isEqualTo(1);
        assertThat(Transcendental.log(1)).isZero();
    }

    @Test
    void refusesWhatNoPriceCanBe() {
        assertThatThrownBy(() -> Transcendental.exp(701)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Transcendental.exp(Double.NaN)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Transcendental.log(0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Transcendental.log(-1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Transcendental.log(Double.POSITIVE_INFINITY)).isInstanceOf(ArithmeticException.class);
    }

    private static double[] sample(DoubleSupplier source) {
        double[] sample = new double[COUNT];
        Arrays.setAll(sample, i -> source.getAsDouble());
        return sample;
    }

    private static double moment(double[] sample, int power) {
        return Arrays.stream(sample).map(x -> Math.pow(x, power)).sum() / sample.length;
    }

    private static double shareAbove(double[] sample, double bound) {
        return (double) Arrays.stream(sample).filter(x -> x > bound).count() / sample.length;
    }
}
