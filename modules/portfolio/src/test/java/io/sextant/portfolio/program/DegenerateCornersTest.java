package io.sextant.portfolio.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths on which more limits meet in a point than it has dimensions, or several change at once. */
class DegenerateCornersTest {

    private static final int PROBLEMS = Integer.getInteger("sextant.programs", 300);

    /** Caps that exactly fill, that nothing reaches, that lie a hair beyond all of the money. */
    private static final double[][] BOUNDS = {
        {0, 1}, {0, 2}, {0, 1 + 1e-7}, {0, 0.5}, {0, 0.25}, {0, 1.0 / 3}, {-1, 1}, {-0.25, 0.5}, {0.1, 1}
    };

    @Test
    void everyPointOfThePathIsAsGoodAsTheBestOfAllFaces() {
        SeededRandom chance = new SeededRandom(11);
        int points = 0;
        for (int problem = 0; problem < PROBLEMS; problem++) {
            int n = 2 + chance.nextInt(4);
            double[][] h = covariance(n, chance);
            double[] m = means(n, chance);
            Region region = region(n, chance);
            if (!holds(region)) {
                continue;
            }
            List<Double> places = new ArrayList<>();
            CriticalLine line = new CriticalLine(h, region, m);
            for (CriticalLine.Piece piece = line.next(); piece != null; piece = line.next()) {
                places.add(piece.from());
                places.add(Double.isInfinite(piece.to()) ? 2 * piece.from() + 1 : (piece.from() + piece.to()) / 2);
            }
            for (double lambda : places) {
                double[] c = Arrays.stream(m).map(each -> lambda * each).toArray();
                double[] x = new CriticalLine(h, region, m).search(piece -> lambda <= piece.to() ? lambda : Double.NaN);
                double best = EveryFace.best(h, c, region);
                assertThat(region.breach(x)).as("problem " + problem).isLessThan(1e-9);
                // Limits are widened by 2e-10 on the way, which no more than a few of means and variances below one
                // turn into value.
                assertThat(EveryFace.value(h, c, x))
                        .as("problem " + problem + " at " + lambda)
                        .isLessThan(best + 1e-9 * Math.max(1, Math.abs(best)));
                points++;
            }
        }
        assertThat(points).isGreaterThan(4 * PROBLEMS);
    }

    @Test
    void cornersLieWithinTheLimitsAndEndWhereTheMostReturnIs() {
        SeededRandom chance = new SeededRandom(12);
        for (int problem = 0; problem < 4 * PROBLEMS; problem++) {
            int n = 2 + chance.nextInt(7);
            double[] bounds = BOUNDS[chance.nextInt(BOUNDS.length)];
            Region region = Region.fullyInvested(n, bounds[0], bounds[1]);
            if (n * bounds[1] < 1 || n * bounds[0] > 1) {
                continue;
            }
            double[] m = means(n, chance);

            List<double[]> corners = new CriticalLine(covariance(n, chance), region, m).corners();

            double before = Double.NEGATIVE_INFINITY;
            for (double[] corner : corners) {
                assertThat(region.breach(corner)).as("problem " + problem).isLessThan(1e-9);
                assertThat(earned(m, corner)).as("problem " + problem).isGreaterThan(before - 1e-9);
                before = earned(m, corner);
            }
            assertThat(Math.abs(before - mostReturn(m, bounds[0], bounds[1]))).isLessThan(1e-9);
        }
    }

    @Test
    void capsThatExactlyFillLeaveOnePortfolio() {
        double[][] h = {{0.04, 0.01, 0, 0}, {0.01, 0.09, 0, 0}, {0, 0, 0.01, 0}, {0, 0, 0, 0.02}};

        List<double[]> corners =
                new CriticalLine(h, Region.fullyInvested(4, 0, 0.25), new double[] {0.1, 0.2, 0.05, 0.05}).corners();

        assertThat(corners).hasSize(1);
        assertThat(corners.getFirst()).containsExactly(0.25, 0.25, 0.25, 0.25);
    }

    /** Of equal means the path is the least variance and nothing else. */
    @Test
    void equalMeansHaveNothingToGoFor() {
        double[][] h = {{0.04, 0, 0}, {0, 0.02, 0}, {0, 0, 0.01}};

        List<double[]> corners =
                new CriticalLine(h, Region.fullyInvested(3, 0, 2), new double[] {0.07, 0.07, 0.07}).corners();

        assertThat(corners).hasSize(1);
        assertThat(corners.getFirst()[2] / corners.getFirst()[0]).isBetween(4 - 1e-12, 4 + 1e-12);
    }

    /** Giving to the best first, as much as may be. */
    private static double mostReturn(double[] m, double low, double high) {
        double[] best = m.clone();
        Arrays.sort(best);
        double rest = 1 - low * m.length;
        double sum = low * Arrays.stream(m).sum();
        for (int i = m.length - 1; i >= 0; i--) {
            double more = Math.min(rest, high - low);
            sum += more * best[i];
            rest -= more;
        }
        return sum;
    }

    private static double earned(double[] m, double[] x) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            sum += m[i] * x[i];
        }
        return sum;
    }

    private static boolean holds(Region region) {
        try {
            FeasiblePoint.in(region);
            return true;
        } catch (NotFeasibleException none) {
            return false;
        }
    }

    private static Region region(int n, SeededRandom chance) {
        double[] bounds = BOUNDS[chance.nextInt(BOUNDS.length)];
        Region all = Region.fullyInvested(n, bounds[0], bounds[1]);
        if (chance.nextBoolean()) {
            return all;
        }
        double[] some = new double[n];
        Arrays.setAll(some, i -> i % 2 == 0 ? 1 : 0);
        return new Region(
                all.lower(),
                all.upper(),
                List.of(all.rows().getFirst(), new LinearRow("every second", some, 0.25, 0.5)));
    }

    /** Of days, of fewer days than assets, the same for all, or with an asset twice. */
    private static double[][] covariance(int n, SeededRandom chance) {
        int kind = chance.nextInt(4);
        double[][] h = new double[n][n];
        if (kind == 0) {
            for (int i = 0; i < n; i++) {
                Arrays.fill(h[i], 0.01);
                h[i][i] = 0.04;
            }
            return h;
        }
        double[][] days = new double[kind == 1 ? Math.max(2, n - 1) : 20][n];
        for (double[] day : days) {
            double common = 0.1 * chance.nextGaussian();
            Arrays.setAll(day, i -> common + 0.15 * chance.nextGaussian());
            if (kind == 2) {
                day[n - 1] = day[0];
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    h[i][j] += day[i] * day[j] / days.length;
                }
            }
        }
        return h;
    }

    /** Of a few values, so that some are equal; all equal; or all apart. */
    private static double[] means(int n, SeededRandom chance) {
        int kind = chance.nextInt(4);
        double[] m = new double[n];
        Arrays.setAll(m, i -> switch (kind) {
            case 0 -> chance.nextDouble() * 0.3 - 0.05;
            case 1 -> 0.07;
            case 2 -> 0.01 * i;
            default -> 0.05 * chance.nextInt(4);
        });
        return m;
    }
}
