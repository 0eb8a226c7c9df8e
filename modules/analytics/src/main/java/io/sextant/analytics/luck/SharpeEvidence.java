package io.sextant.analytics.luck;

import io.sextant.analytics.distribution.Normal;
import io.sextant.analytics.statistics.JarqueBera;

/**
 * What a stretch of returns says of the Sharpe ratio behind it (Bailey and Lopez de Prado 2012). Ratios are a period's, not a year's.
 * The error takes skewness and fat tails into account and not that returns remember; where they do it is too small.
 *
 * @param periods how many returns
 * @param sharpe their mean over their deviation (n - 1 below)
 * @param kurtosis 3 for a normal distribution
 */
public record SharpeEvidence(int periods, double sharpe, double skewness, double kurtosis) {

    private static final int PERIODS_MIN = 4;
    /** Deviations below this share of the largest return are the rounding of what does not move. */
    private static final double STILL = 1e-13;

    public SharpeEvidence {
        checkEnough(periods);
    }

    /** Of returns that never move the ratio is 0: they say nothing. */
    public static SharpeEvidence of(double[] returns) {
        checkEnough(returns.length);
        double sharpe = sharpe(returns);
        if (sharpe == 0) {
            return new SharpeEvidence(returns.length, 0, 0, 3);
        }
        JarqueBera shape = JarqueBera.test(returns);
        return new SharpeEvidence(returns.length, sharpe, shape.skewness(), shape.kurtosis());
    }

    /** The mean over the deviation; 0 where nothing moves. */
    public static double sharpe(double[] returns) {
        double sum = 0;
        double largest = 0;
        for (double each : returns) {
            sum += each;
            largest = Math.max(largest, Math.abs(each));
        }
        double mean = sum / returns.length;
        double squares = 0;
        for (double each : returns) {
            squares += (each - mean) * (each - mean);
        }
        double deviation = Math.sqrt(squares / (returns.length - 1));
        return deviation > STILL * largest ? mean / deviation : 0;
    }

    /** Of the ratio (Mertens 2002). */
    public double standardError() {
        return Math.sqrt(spread() / (periods - 1));
    }

    /** The probabilistic Sharpe ratio: how sure it is that the ratio behind these returns is above another. */
    public double probabilityAbove(double other) {
        return Normal.cumulative((sharpe - other) / standardError());
    }

    /** How many periods such returns must last until that is as sure as {@code confidence}; infinite where they are not above it. */
    public double periodsNeeded(double other, double confidence) {
        if (!(sharpe > other)) {
            return Double.POSITIVE_INFINITY;
        }
        double errors = Normal.quantile(confidence) / (sharpe - other);
        return 1 + spread() * errors * errors;
    }

    /** What the variance of the ratio is times the periods; above zero for every distribution, and kept so for what rounding makes of one. */
    private double spread() {
        return Math.max(1e-12, 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe);
    }

    private static void checkEnough(int periods) {
        if (periods < PERIODS_MIN) {
            throw new IllegalArgumentException(
                    "there are " + periods + " returns, and " + PERIODS_MIN + " are the fewest that say anything");
        }
    }
}
