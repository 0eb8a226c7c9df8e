package io.sextant.forecasting;

import io.sextant.analytics.distribution.Normal;
import java.util.Arrays;

/**
 * The distribution of each of the next steps, on the scale that models work on. Quantiles never fall with their level.
 *
 * @param origin the newest value when it was made
 * @param mean of step 1, 2, ...
 * @param quantiles of each step, at {@link #level each level}
 */
public record Forecast(double origin, double[] mean, double[][] quantiles) {

    private static final double[] LEVELS = {
        0.005, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9,
        0.95, 0.975, 0.995
    };

    public Forecast {
        if (mean.length == 0 || quantiles.length != mean.length) {
            throw new IllegalArgumentException(mean.length + " means and quantiles of " + quantiles.length + " steps");
        }
        for (int h = 0; h < mean.length; h++) {
            if (quantiles[h].length != LEVELS.length || !Double.isFinite(mean[h])) {
                throw new IllegalArgumentException("step " + (h + 1) + " has no whole distribution");
            }
            double[] sorted = quantiles[h].clone();
            // Learned quantiles may cross; sorting them is the rearrangement of Chernozhukov, Fernandez-Val and
            // Galichon (2010).
            Arrays.sort(sorted);
            quantiles[h] = sorted;
        }
    }

    /** How many levels each step has. */
    public static int levels() {
        return LEVELS.length;
    }

    public static double level(int i) {
        return LEVELS[i];
    }

    public static int indexOfLevel(double level) {
        int found = Arrays.binarySearch(LEVELS, level);
        if (found < 0) {
            throw new IllegalArgumentException("no quantile is kept at " + level);
        }
        return found;
    }

    /** Normal distributions. */
    public static Forecast normal(double origin, double[] mean, double[] deviation) {
        double[][] quantiles = new double[mean.length][LEVELS.length];
        for (int h = 0; h < mean.length; h++) {
            for (int i = 0; i < LEVELS.length; i++) {
                quantiles[h][i] = mean[h] + deviation[h] * Normal.quantile(LEVELS[i]);
            }
        }
        return new Forecast(origin, mean, quantiles);
    }

    /**
     * Distributions of the shape of past errors.
     *
     * @param errors what came less what was forecast, a row for each step, finite and in any order
     */
    public static Forecast ofErrors(double origin, double[] mean, double[][] errors) {
        double[][] quantiles = new double[mean.length][LEVELS.length];
        for (int h = 0; h < mean.length; h++) {
            double[] sorted = errors[h].clone();
            Arrays.sort(sorted);
            for (int i = 0; i < LEVELS.length; i++) {
                quantiles[h][i] = mean[h] + between(sorted, LEVELS[i]);
            }
        }
        return new Forecast(origin, mean, quantiles);
    }

    public int horizon() {
        return mean.length;
    }

    public double quantile(int step, double level) {
        return quantiles[step - 1][indexOfLevel(level)];
    }

    /** The middle of the distribution: what it forecasts also on a scale that was bent by a logarithm. */
    public double median(int step) {
        return quantile(step, 0.5);
    }

    private static double between(double[] sorted, double level) {
        double place = level * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
