package io.sextant.analytics.estimation;

import java.util.Arrays;

/**
 * Standard errors from the curvature of the likelihood, variance already at its likeliest, in the parameters themselves: R's way. Second
 * differences are taken over steps that are a set share of the error itself, so that they suit flat and steep directions alike.
 */
final class ArmaErrors {

    private static final double FIRST_STEP = 1e-4;
    /** Of a standard error: long enough for rounding, short enough for the likelihood to be a parabola. */
    private static final double SHARE = 0.03;

    private static final int ROUNDS = 3;

    private final ArmaLikelihood likelihood;
    private final ArimaOrder order;

    ArmaErrors(ArmaLikelihood likelihood, ArimaOrder order) {
        this.likelihood = likelihood;
        this.order = order;
    }

    double[] of(double[] at, double sigma2) {
        int n = at.length;
        double[] errors = new double[n];
        double[] x = at.clone();
        double top = likelihood.atConstant(x);
        double[] steps = new double[n];
        for (int i = 0; i < n; i++) {
            boolean constant = order.constant() && i == n - 1;
            steps[i] = step(x, i, constant ? 1e-2 * Math.sqrt(sigma2 / likelihood.size()) : FIRST_STEP, top);
        }
        double[][] curvature = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                curvature[i][j] = i == j ? second(x, i, steps[i], top) : mixed(x, i, j, steps);
                curvature[j][i] = curvature[i][j];
            }
        }
        double[] variances = inverseDiagonal(curvature);
        Arrays.setAll(errors, i -> Math.sqrt(variances[i]));
        return errors;
    }

    private double step(double[] x, int i, double first, double top) {
        double step = first;
        for (int round = 0; round < ROUNDS; round++) {
            double curved = second(x, i, step, top);
            if (!(curved > 0) || Double.isInfinite(curved)) {
                break;
            }
            step = SHARE / Math.sqrt(curved);
        }
        for (int halvings = 0; halvings < 40 && !Double.isFinite(second(x, i, step, top)); halvings++) {
            step *= 0.5;
        }
        return step;
    }

    private double second(double[] x, int i, double step, double top) {
        double held = x[i];
        x[i] = held + step;
        double above = likelihood.atConstant(x);
        x[i] = held - step;
        double below = likelihood.atConstant(x);
        x[i] = held;
        return (2 * top - above - below) / (step * step);
    }

    private double mixed(double[] x, int i, int j, double[] steps) {
        double heldI = x[i];
        double heldJ = x[j];
        double sum = 0;
        for (int si = -1; si <= 1; si += 2) {
            for (int sj = -1; sj <= 1; sj += 2) {
                x[i] = heldI + si * steps[i];
                x[j] = heldJ + sj * steps[j];
                sum -= si * sj * likelihood.atConstant(x);
            }
        }
        x[i] = heldI;
        x[j] = heldJ;
        return sum / (4 * steps[i] * steps[j]);
    }

    /** NaN all over where the matrix is not positive definite: Cholesky's way. */
    private static double[] inverseDiagonal(double[][] a) {
        int n = a.length;
        double[] diagonal = new double[n];
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                if (i == j) {
                    root[i][i] = Math.sqrt(sum > 0 ? sum : Double.NaN);
                } else {
                    root[i][j] = sum / root[j][j];
                }
            }
        }
        for (int column = 0; column < n; column++) {
            double[] unit = new double[n];
            unit[column] = 1;
            for (int i = column; i < n; i++) {
                for (int k = column; k < i; k++) {
                    unit[i] -= root[i][k] * unit[k];
                }
                unit[i] /= root[i][i];
                diagonal[column] += unit[i] * unit[i];
            }
        }
        return diagonal;
    }
}
