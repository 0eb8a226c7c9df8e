package io.sextant.portfolio.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActiveSetTest {

    private static final int PROGRAMS = Integer.getInteger("sextant.programs", 300);

    /** A twin that tries every way in which variables can stand at bounds: 3^5 faces, each a line of equations. */
    @Test
    void isNeverWorseThanTheBestFaceOfAll() {
        SeededRandom chance = new SeededRandom(5);
        for (int program = 0; program < PROGRAMS; program++) {
            int n = 2 + chance.nextInt(4);
            double[][] h = positive(n, chance);
            double[] c = chance.doubles(n, -1, 1).toArray();
            Region region = random(n, chance);
            double best = EveryFace.best(h, c, region);
            if (Double.isInfinite(best)) {
                assertThatThrownBy(() -> new ActiveSet(h, region)).isInstanceOf(NotFeasibleException.class);
                continue;
            }

            ActiveSet found = new ActiveSet(h, region);
            double[] x = found.solve(c);

            // Both are sums of some dozen products of numbers about one.
            assertThat(EveryFace.value(h, c, x)).as("program " + program).isCloseTo(best, within(1e-9));
            assertThat(region.breach(x)).isLessThan(1e-9);
            assertThat(found.residual()).isLessThan(1e-9);
        }
    }

    private static Region random(int n, SeededRandom chance) {
        double[] lower = chance.doubles(n, -0.5, 0.2).toArray();
        double[] upper =
                Arrays.stream(lower).map(l -> l + 0.1 + chance.nextDouble()).toArray();
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] some = new double[n];
        Arrays.setAll(some, i -> i % 2 == 0 ? 1 : 0);
        double least = chance.nextDouble() * 0.4 - 0.2;
        return new Region(
                lower,
                upper,
                List.of(
                        LinearRow.equal("all", ones, 1),
                        new LinearRow("every second", some, least, least + 0.5 * chance.nextDouble())));
    }

    private static double[][] positive(int n, SeededRandom chance) {
        double[][] a = new double[n][n];
        for (double[] row : a) {
            Arrays.setAll(row, j -> chance.nextGaussian());
        }
        double[][] h = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    h[i][j] += a[i][k] * a[j][k];
                }
                h[i][j] += i == j ? 0.05 : 0;
            }
        }
        return h;
    }

    @Test
    void takesOneOfManyThatAreEquallyGood() {
        double[][] same = {{0.04, 0.04, 0.04}, {0.04, 0.04, 0.04}, {0.04, 0.04, 0.04}};

        ActiveSet program = new ActiveSet(same, Region.fullyInvested(3, 0.1, 0.6));
        double[] x = program.solve(new double[3]);

        assertThat(EveryFace.value(same, new double[3], x)).isCloseTo(0.02, within(1e-15));
        assertThat(program.residual()).isLessThan(1e-9);
    }

    @Test
    void pricesOfFewerDaysThanAssetsStillHaveALeastVolatilePortfolio() {
        SeededRandom chance = new SeededRandom(9);
        int n = 40;
        double[][] days = new double[12][n];
        double[][] h = new double[n][n];
        for (double[] day : days) {
            Arrays.setAll(day, i -> 0.01 * chance.nextGaussian());
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    h[i][j] += day[i] * day[j];
                }
            }
        }

        ActiveSet program = new ActiveSet(h, Region.fullyInvested(n, 0, 1));
        double[] x = program.solve(new double[n]);

        assertThat(Arrays.stream(x).sum()).isCloseTo(1, within(1e-12));
        assertThat(x).doesNotContain(Double.NaN);
        // 40 weights can stand at a right angle to 12 days.
        assertThat(EveryFace.value(h, new double[n], x)).isLessThan(1e-12);
    }

    @Test
    void namesTheLimitsThatFight() {
        Region region = new Region(
                new double[3],
                new double[] {1, 1, 1},
                List.of(
                        LinearRow.equal("all of the money invested", new double[] {1, 1, 1}, 1),
                        new LinearRow("tech at most 30%", new double[] {1, 1, 0}, 0, 0.3),
                        new LinearRow("bonds at most 40%", new double[] {0, 0, 1}, 0, 0.4),
                        new LinearRow("the first at most 90%", new double[] {1, 0, 0}, 0, 0.9)));

        assertThatThrownBy(() -> FeasiblePoint.in(region))
                .isInstanceOfSatisfying(
                        NotFeasibleException.class,
                        no -> assertThat(no.conflict())
                                .containsExactly("all of the money invested", "tech at most 30%", "bonds at most 40%"));
    }

    @Test
    void boundsThatAddUpToLessThanAllAreNamed() {
        assertThatThrownBy(() -> FeasiblePoint.in(Region.fullyInvested(4, 0, 0.2)))
                .isInstanceOfSatisfying(
                        NotFeasibleException.class,
                        no -> assertThat(no.conflict())
                                .containsExactly("all of the money invested", "the upper bounds"));
    }
}
