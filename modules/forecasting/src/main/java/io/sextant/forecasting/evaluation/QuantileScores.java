package io.sextant.forecasting.evaluation;

import io.sextant.analytics.distribution.Normal;
import io.sextant.forecasting.Forecast;

/**
 * What a distribution that is told by its quantiles earned when a value came. Between two quantiles it is taken as a piece of a normal
 * distribution, and beyond the last ones as its tail, so that the quantiles of a normal distribution give back that distribution exactly.
 */
public final class QuantileScores {

    private static final int LEVELS = Forecast.levels();
    private static final int MIDDLE_FROM = Forecast.indexOfLevel(0.15);
    private static final int MIDDLE_TO = Forecast.indexOfLevel(0.85);
    private static final double[] NORMAL = new double[LEVELS];
    private static final double[] WEIGHTS = new double[LEVELS];
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    /** Quantiles that fall together tell an infinite density; none counts as nearer than this share of the whole width. */
    private static final double SHARE_MIN = 1e-4;

    static {
        for (int i = 0; i < LEVELS; i++) {
            NORMAL[i] = Normal.quantile(Forecast.level(i));
            double below = i == 0 ? 0 : Forecast.level(i - 1);
            double above = i == LEVELS - 1 ? 1 : Forecast.level(i + 1);
            WEIGHTS[i] = (above - below) / 2;
        }
    }

    private QuantileScores() {}

    /** What a quantile costs: {@code level} a unit where the value came above it, {@code 1 - level} below. */
    public static double pinball(double level, double quantile, double came) {
        double above = came - quantile;
        return above >= 0 ? level * above : (level - 1) * above;
    }

    /** The mean over all levels that a forecast keeps. */
    public static double meanPinball(double[] quantiles, double came) {
        double sum = 0;
        for (int i = 0; i < LEVELS; i++) {
            sum += pinball(Forecast.level(i), quantiles[i], came);
        }
        return sum / LEVELS;
    }

    /**
     * The continuous ranked probability score: twice the integral of the pinball loss over all levels (Gneiting and Ranjan 2011), by
     * trapezes between the levels that a forecast keeps. In the unit of the value; of a forecast that is one number, its absolute error.
     */
    public static double crps(double[] quantiles, double came) {
        double sum = 0;
        for (int i = 0; i < LEVELS; i++) {
            sum += WEIGHTS[i] * pinball(Forecast.level(i), quantiles[i], came);
        }
        return 2 * sum;
    }

    /** The logarithm of the density where the value came, higher is better; NaN where all quantiles are one number. */
    public static double logScore(double[] quantiles, double came) {
        double whole = quantiles[LEVELS - 1] - quantiles[0];
        if (!(whole > 0)) {
            return Double.NaN;
        }
        int piece = piece(quantiles, came);
        double width = Math.max(quantiles[piece + 1] - quantiles[piece], SHARE_MIN * whole);
        if (came < quantiles[0] || came > quantiles[LEVELS - 1]) {
            // Outer quantiles that nearly meet say nothing about what lies beyond them: no tail falls faster than the
            // middle's normal one.
            double middle = (quantiles[MIDDLE_TO] - quantiles[MIDDLE_FROM]) / (NORMAL[MIDDLE_TO] - NORMAL[MIDDLE_FROM]);
            width = Math.max(width, middle * (NORMAL[piece + 1] - NORMAL[piece]));
        }
        double slope = (NORMAL[piece + 1] - NORMAL[piece]) / width;
        int anchor = came > quantiles[LEVELS - 1] ? LEVELS - 1 : piece;
        double z = NORMAL[anchor] + slope * (came - quantiles[anchor]);
        return Math.log(slope) - z * z / 2 - HALF_LOG_TWO_PI;
    }

    /** The share of the distribution that lies at or below the value. */
    public static double cumulative(double[] quantiles, double value) {
        int piece = piece(quantiles, value);
        double width = quantiles[piece + 1] - quantiles[piece];
        if (!(width > 0)) {
            return value < quantiles[piece] ? 0 : value > quantiles[piece + 1] ? 1 : Forecast.level(piece + 1);
        }
        double slope = (NORMAL[piece + 1] - NORMAL[piece]) / width;
        return Normal.cumulative(NORMAL[piece] + slope * (value - quantiles[piece]));
    }

    /** Between which two quantiles it lies, or the outermost two. */
    private static int piece(double[] quantiles, double value) {
        int piece = 0;
        while (piece < LEVELS - 2 && value >= quantiles[piece + 1]) {
            piece++;
        }
        return piece;
    }
}
