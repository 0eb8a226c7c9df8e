package io.sextant.analytics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {

    @Property(tries = 200)
    void equalsTheNormalEquations(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int width) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = width + 1 + random.nextInt(40);
        double[][] columns = new double[width][rows];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            y[i] = random.nextGaussian();
            for (int j = 0; j < width; j++) {
                columns[j][i] = random.nextGaussian();
            }
        }
        LeastSquares fit = LeastSquares.fit(y, columns);

        for (double[] column : columns) {
            double product = 0;
            for (int i = 0; i < rows; i++) {
                product += column[i] * fit.residuals()[i];
            }
            assertThat(product).as("residuals know nothing of a column").isCloseTo(0, within(1e-9));
        }
        for (int i = 0; i < rows; i++) {
            double fitted = 0;
            for (int j = 0; j < width; j++) {
                fitted += fit.coefficients()[j] * columns[j][i];
            }
            assertThat(fitted + fit.residuals()[i]).isCloseTo(y[i], within(1e-9));
        }
    }

    /** NIST's Filip is too far for doubles; Longley, the classic of nearly dependent columns, with NIST's certified values. */
    @Test
    void longleyHasNistsCertifiedValues() {
        double[] y = {
            60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331,
            70551
        };
        double[][] x = {
            {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
            {83.0, 88.5, 88.2, 89.5, 96.2, 98.1, 99.0, 100.0, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9},
            {
                234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704,
                502601, 518173, 554894
            },
            {2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007},
            {1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827},
            {
                107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366,
                125368, 127852, 130081
            },
            {1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962}
        };

        LeastSquares fit = LeastSquares.fit(y, x);

        double[] certified = {
            -3482258.63459582,
            15.0618722713733,
            -0.358191792925910e-01,
            -2.02022980381683,
            -1.03322686717359,
            -0.511041056535807e-01,
            1829.15146461355
        };
        double[] errors = {
            890420.383607373,
            84.9149257747669,
            0.334910077722432e-01,
            0.488399681651699,
            0.214274163161675,
            0.226073200069370,
            455.478499142212
        };
        for (int i = 0; i < certified.length; i++) {
            assertThat(fit.coefficients()[i]).isCloseTo(certified[i], within(1e-9 * Math.abs(certified[i])));
            assertThat(fit.standardErrors()[i]).isCloseTo(errors[i], within(1e-9 * errors[i]));
        }
        assertThat(fit.rSquared()).isCloseTo(0.995479004577296, within(1e-12));
    }

    @Test
    void refusesColumnsThatTellEachOther() {
        double[] ones = {1, 1, 1, 1};
        double[] count = {1, 2, 3, 4};
        double[] both = {3, 5, 7, 9};
        assertThatThrownBy(() -> LeastSquares.fit(count, ones, count, both))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column 3 is a combination");
        assertThatThrownBy(() -> LeastSquares.fit(new double[] {1, 2}, ones, count, both))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 100)
    void singularVectorsRebuildTheMatrix(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int width) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = 1 + random.nextInt(7);
        double[][] columns = new double[width][rows];
        double squares = 0;
        for (double[] column : columns) {
            for (int i = 0; i < rows; i++) {
                column[i] = random.nextGaussian();
                squares += column[i] * column[i];
            }
        }
        SingularValues found = SingularValues.of(columns);

        double sum = 0;
        for (int k = 0; k < width; k++) {
            sum += found.values()[k] * found.values()[k];
            double length = 0;
            for (int i = 0; i < rows; i++) {
                double element = 0;
                for (int j = 0; j < width; j++) {
                    element += columns[j][i] * found.right()[k][j];
                }
                length += element * element;
            }
            assertThat(Math.sqrt(length)).isCloseTo(found.values()[k], within(1e-12));
            if (k > 0) {
                assertThat(found.values()[k]).isLessThanOrEqualTo(found.values()[k - 1]);
            }
        }
        assertThat(sum).isCloseTo(squares, within(1e-10));
    }
}
