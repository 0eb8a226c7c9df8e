package io.sextant.analytics.estimation;

import java.util.Arrays;

/** A normal law of several numbers at once, held by the Cholesky factor of its covariance. */
public final class MultivariateNormal {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final double[] mean;
    private final double[][] lower;
    private final double constant;
    private final double[] rest;

    private MultivariateNormal(double[] mean, double[][] lower) {
        this.mean = mean.clone();
        this.lower = lower;
        rest = new double[mean.length];
        double log = 0.5 * mean.length * LOG_TWO_PI;
        for (int i = 0; i < mean.length; i++) {
            log += Math.log(lower[i][i]);
        }
        constant = -log;
    }

    /** @throws IllegalArgumentException when the covariance is none */
    public static MultivariateNormal of(double[] mean, double[][] covariance) {
        double[][] lower = factor(covariance);
        if (lower.length == 0) {
            throw new IllegalArgumentException("this is no covariance: in some direction nothing moves");
        }
        return new MultivariateNormal(mean, lower);
    }

    /** L with LL' the covariance; empty where it has none. */
    static double[][] factor(double[][] covariance) {
        int n = covariance.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i != j) {
                    lower[i][j] = sum / lower[j][j];
                } else if (sum > 0) {
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    return new double[0][];
                }
            }
        }
        return lower;
    }

    /** Solves Lz = x in place. */
    static void solve(double[][] lower, double[] x) {
        for (int i = 0; i < x.length; i++) {
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * x[k];
            }
            x[i] = sum / lower[i][i];
        }
    }

    /** Not for two threads at once. NaN where a number is missing. */
    public double logDensity(double[] point) {
        for (int i = 0; i < rest.length; i++) {
            rest[i] = point[i] - mean[i];
        }
        solve(lower, rest);
        double squares = 0;
        for (double each : rest) {
            squares += each * each;
        }
        return constant - 0.5 * squares;
    }

    /** Half the logarithm of the determinant of the covariance. */
    double logScale() {
        return -constant - 0.5 * mean.length * LOG_TWO_PI;
    }

    /** The smallest square on the diagonal of the factor: what is left of a feature's variance once those before it are known. */
    double leastLeft() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < lower.length; i++) {
            least = Math.min(least, lower[i][i] * lower[i][i]);
        }
        return least;
    }

    /**
     * The distance of Hellinger between two normal laws, 0 to 1, which needs no unit and is the same both ways: the root of 1 less the
     * overlap of their roots.
     */
    public static double hellinger(double[] oneMean, double[][] one, double[] otherMean, double[][] other) {
        int n = oneMean.length;
        double[][] middle = new double[n][n];
        double[] gap = new double[n];
        for (int i = 0; i < n; i++) {
            gap[i] = oneMean[i] - otherMean[i];
            int row = i;
            Arrays.setAll(middle[i], j -> 0.5 * (one[row][j] + other[row][j]));
        }
        MultivariateNormal between = of(new double[n], middle);
        double scales =
                0.5 * (of(oneMean, one).logScale() + of(otherMean, other).logScale()) - between.logScale();
        solve(between.lower, gap);
        double squares = 0;
        for (double each : gap) {
            squares += each * each;
        }
        return Math.sqrt(Math.max(0, 1 - Math.exp(scales - 0.125 * squares)));
    }
}
