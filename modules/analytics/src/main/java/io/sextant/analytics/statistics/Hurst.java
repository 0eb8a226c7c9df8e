package io.sextant.analytics.statistics;

import io.sextant.analytics.distribution.Tails;
import io.sextant.analytics.linear.LeastSquares;
import java.util.Arrays;

/**
 * How the range of a walk grows with its length: 0.5 for steps without memory, above when moves persist, below when they turn back. The
 * slope of ln(R/S) on the log length of blocks (Hurst 1951; Mandelbrot and Wallis 1969) is too high for short blocks even without memory;
 * so it is taken of what exceeds the range expected then (Anis and Lloyd 1976 with Peters' factor), and 0.5 added.
 */
public record Hurst(double exponent, double uncorrected, int blockLengths) {

    private static final int SHORTEST = 8;
    private static final int LENGTHS_LEAST = 3;

    /** @param steps for example returns; blocks are 8, 16, 32, ... long, and at least two fit */
    public static Hurst of(double[] steps) {
        Series.check(steps, SHORTEST << LENGTHS_LEAST, "an exponent of Hurst");
        int lengths = 0;
        while (SHORTEST << lengths <= steps.length / 2) {
            lengths++;
        }
        double[] logLength = new double[lengths];
        double[] logRange = new double[lengths];
        double[] beyond = new double[lengths];
        for (int i = 0; i < lengths; i++) {
            int length = SHORTEST << i;
            logLength[i] = Math.log(length);
            logRange[i] = Math.log(meanRange(steps, length));
            beyond[i] = logRange[i] - Math.log(expected(length));
        }
        double[] ones = Series.ones(lengths);
        return new Hurst(
                0.5 + LeastSquares.fit(beyond, ones, logLength).coefficients()[1],
                LeastSquares.fit(logRange, ones, logLength).coefficients()[1],
                lengths);
    }

    private static double meanRange(double[] steps, int length) {
        double sum = 0;
        int blocks = 0;
        for (int from = 0; from + length <= steps.length; from += length) {
            double[] off = Series.centred(Arrays.copyOfRange(steps, from, from + length));
            double at = 0;
            double highest = 0;
            double lowest = 0;
            double squares = 0;
            for (double each : off) {
                at += each;
                highest = Math.max(highest, at);
                lowest = Math.min(lowest, at);
                squares += each * each;
            }
            if (squares > 0) {
                sum += (highest - lowest) / Math.sqrt(squares / length);
                blocks++;
            }
        }
        if (blocks == 0) {
            throw new IllegalArgumentException("the series does not move, so it has no range");
        }
        return sum / blocks;
    }

    /** (n - 1/2)/n times gamma((n-1)/2) / (sqrt(pi) gamma(n/2)) times the sum of sqrt((n - i)/i). */
    private static double expected(int n) {
        double sum = 0;
        for (int i = 1; i < n; i++) {
            sum += Math.sqrt((n - i) / (double) i);
        }
        double gammas = Math.exp(Tails.logGamma((n - 1) / 2.0) - Tails.logGamma(n / 2.0)) / Math.sqrt(Math.PI);
        return (n - 0.5) / n * gammas * sum;
    }
}
