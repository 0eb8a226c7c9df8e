package io.sextant.risk.measure;

import io.sextant.analytics.distribution.Student;
import io.sextant.analytics.distribution.Tails;
import java.util.Arrays;

/**
 * Student's t laid over returns by maximum likelihood: place and scale by the iterations of Liu and Rubin (1995) inside of a search along
 * the degrees of freedom.
 */
public record StudentFit(double place, double scale, double degrees, double logLikelihood) {

    /** With fewer the expected shortfall would have no end. */
    static final double DEGREES_MIN = 1.1;
    /** From here on the law is the normal one for every purpose. */
    static final double DEGREES_MAX = 500;

    private static final int ROUNDS = 400;
    private static final int SEARCH_STEPS = 60;
    private static final double GOLDEN = 0.6180339887498949;

    /** @throws CannotMeasure with a sentence, when the returns do not move */
    public static StudentFit of(double[] returns) {
        Moments moments = Moments.of(returns);
        if (moments.isStill()) {
            throw new CannotMeasure("The returns do not move, so no law fits them.");
        }
        double[] x = Arrays.stream(returns)
                .map(r -> (r - moments.mean()) / moments.deviation())
                .toArray();
        double low = Math.log(DEGREES_MIN);
        double high = Math.log(DEGREES_MAX);
        double[] grid = new double[12];
        Arrays.setAll(grid, i -> low + (high - low) * i / (grid.length - 1));
        int best = 0;
        double bestAt = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < grid.length; i++) {
            double value = at(x, Math.exp(grid[i])).logLikelihood;
            if (value > bestAt) {
                bestAt = value;
                best = i;
            }
        }
        double a = grid[Math.max(0, best - 1)];
        double b = grid[Math.min(grid.length - 1, best + 1)];
        for (int i = 0; i < SEARCH_STEPS && b - a > 1e-9; i++) {
            double left = b - GOLDEN * (b - a);
            double right = a + GOLDEN * (b - a);
            if (at(x, Math.exp(left)).logLikelihood < at(x, Math.exp(right)).logLikelihood) {
                a = left;
            } else {
                b = right;
            }
        }
        StudentFit fit = at(x, Math.exp((a + b) / 2));
        return new StudentFit(
                moments.mean() + moments.deviation() * fit.place,
                moments.deviation() * fit.scale,
                fit.degrees,
                fit.logLikelihood - returns.length * Math.log(moments.deviation()));
    }

    private static StudentFit at(double[] x, double degrees) {
        double place = 0;
        double squared = degrees > 2 ? Math.max(0.05, (degrees - 2) / degrees) : 0.25;
        for (int round = 0; round < ROUNDS; round++) {
            double weights = 0;
            double weighted = 0;
            for (double each : x) {
                double d = each - place;
                double weight = (degrees + 1) / (degrees + d * d / squared);
                weights += weight;
                weighted += weight * each;
            }
            double next = weighted / weights;
            double spread = 0;
            for (double each : x) {
                double d = each - place;
                double e = each - next;
                spread += (degrees + 1) / (degrees + d * d / squared) * e * e;
            }
            // Divided by the weights, not by n (Kent, Tyler and Vardi 1994): the same fixed point, reached much sooner.
            double nextSquared = Math.max(1e-300, spread / weights);
            boolean settled = Math.abs(next - place) < 1e-12 && Math.abs(nextSquared / squared - 1) < 1e-12;
            place = next;
            squared = nextSquared;
            if (settled) {
                break;
            }
        }
        double constant = Tails.logGamma((degrees + 1) / 2)
                - Tails.logGamma(degrees / 2)
                - 0.5 * Math.log(degrees * Math.PI * squared);
        double sum = 0;
        for (double each : x) {
            double d = each - place;
            sum += constant - (degrees + 1) / 2 * Math.log1p(d * d / (degrees * squared));
        }
        return new StudentFit(place, Math.sqrt(squared), degrees, sum);
    }

    double quantile(double probability) {
        return place + scale * Student.quantile(probability, degrees);
    }

    /** What x of the standard law has on average below its quantile (McNeil, Frey and Embrechts 2015, 2.24). */
    static double meanBelow(double quantile, double probability, double degrees) {
        return -Math.exp(Student.logDensity(quantile, degrees))
                / probability
                * (degrees + quantile * quantile)
                / (degrees - 1);
    }
}
