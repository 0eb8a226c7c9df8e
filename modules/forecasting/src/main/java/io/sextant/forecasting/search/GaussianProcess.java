package io.sextant.forecasting.search;

/** A Gaussian process of unit variance with Matern's 5/2 kernel and noise, by Cholesky (Rasmussen and Williams 2006, algorithm 2.1). */
final class GaussianProcess {

    private static final double ROOT_FIVE = Math.sqrt(5);

    /** What is believed of the function at a point, without the noise of a look. */
    record Belief(double mean, double variance) {}

    private final double[][] points;
    private final double length;
    private final double[][] lower;
    private final double[] weights;
    private final double logLikelihood;

    GaussianProcess(double[][] points, double[] values, double length, double noise) {
        this.points = points;
        this.length = length;
        int n = points.length;
        lower = new double[n][];
        double logDeterminant = 0;
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double sum = kernel(points[i], points[j]) + (i == j ? noise : 0);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j][j];
            }
            logDeterminant += Math.log(lower[i][i]);
        }
        double[] forward = forward(values);
        weights = forward.clone();
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                weights[i] -= lower[k][i] * weights[k];
            }
            weights[i] /= lower[i][i];
        }
        double fit = 0;
        for (double one : forward) {
            fit += one * one;
        }
        logLikelihood = -fit / 2 - logDeterminant - n / 2.0 * Math.log(2 * Math.PI);
    }

    double logLikelihood() {
        return logLikelihood;
    }

    Belief at(double[] point) {
        double[] near = new double[points.length];
        double mean = 0;
        for (int i = 0; i < near.length; i++) {
            near[i] = kernel(point, points[i]);
            mean += near[i] * weights[i];
        }
        double explained = 0;
        for (double one : forward(near)) {
            explained += one * one;
        }
        return new Belief(mean, Math.max(0, 1 - explained));
    }

    private double[] forward(double[] right) {
        double[] solved = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * solved[k];
            }
            solved[i] = sum / lower[i][i];
        }
        return solved;
    }

    private double kernel(double[] a, double[] b) {
        double square = 0;
        for (int i = 0; i < a.length; i++) {
            square += (a[i] - b[i]) * (a[i] - b[i]);
        }
        double scaled = ROOT_FIVE * Math.sqrt(square) / length;
        return (1 + scaled + scaled * scaled / 3) * Math.exp(-scaled);
    }
}
