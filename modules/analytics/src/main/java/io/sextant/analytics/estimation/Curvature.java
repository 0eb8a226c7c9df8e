package io.sextant.analytics.estimation;

import io.sextant.analytics.linear.HouseholderQr;
import java.util.Arrays;

/** Second derivatives from exact first ones by central differences, of some of the parameters, and what they say of the rest. */
final class Curvature {

    /** The cube root of the smallest relative difference of doubles: halfway between cutting off and rounding. */
    private static final double STEP = 6e-6;

    private final int[] free;
    private final double[][] inverse;

    private Curvature(int[] free, double[][] inverse) {
        this.free = free;
        this.inverse = inverse;
    }

    /**
     * Of a function at a point.
     *
     * @param free which parameters move
     * @throws IllegalArgumentException when they do not determine each other
     */
    static Curvature of(QuasiNewton.Valley valley, double[] point, int[] free) {
        int n = free.length;
        double[][] second = new double[n][n];
        double[] x = point.clone();
        double[] above = new double[x.length];
        double[] below = new double[x.length];
        for (int j = 0; j < n; j++) {
            int at = free[j];
            double width = STEP * Math.max(1e-2, Math.abs(point[at]));
            x[at] = point[at] + width;
            valley.at(x, above);
            double up = x[at];
            x[at] = point[at] - width;
            valley.at(x, below);
            double gap = up - x[at];
            x[at] = point[at];
            for (int i = 0; i < n; i++) {
                second[j][i] = (above[free[i]] - below[free[i]]) / gap;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                second[i][j] = 0.5 * (second[i][j] + second[j][i]);
                second[j][i] = second[i][j];
            }
        }
        HouseholderQr qr = HouseholderQr.of(second);
        double[][] inverse = new double[n][];
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            qr.transposeInPlace(unit);
            inverse[j] = qr.solveTriangle(unit);
        }
        return new Curvature(free.clone(), inverse);
    }

    /** Newton's step from a point with this gradient. */
    double[] newton(double[] gradient) {
        double[] step = new double[gradient.length];
        for (int i = 0; i < free.length; i++) {
            for (int j = 0; j < free.length; j++) {
                step[free[i]] -= inverse[i][j] * gradient[free[j]];
            }
        }
        return step;
    }

    /** A covariance of which nothing is known. */
    static double[][] none(int parameters) {
        double[][] none = new double[parameters][parameters];
        for (double[] row : none) {
            Arrays.fill(row, Double.NaN);
        }
        return none;
    }

    /** The inverse: the covariance of estimates where the function is minus a log-likelihood; NaN for what did not move. */
    double[][] covariance(int parameters) {
        double[][] covariance = none(parameters);
        for (int i = 0; i < free.length; i++) {
            for (int j = 0; j < free.length; j++) {
                covariance[free[i]][free[j]] = inverse[i][j];
            }
        }
        return covariance;
    }
}
