package io.sextant.analytics.estimation;

import java.util.Arrays;

/**
 * A low point of a smooth function with known derivatives: the inverse curvature is learned step by step (Broyden, Fletcher, Goldfarb,
 * Shanno 1970), the length of a step found by halving and doubling until it falls enough and the slope flattens (weak Wolfe conditions;
 * Lewis and Overton 2013).
 */
final class QuasiNewton {

    /** A function to make small. */
    interface Valley {

        /** The height at a point, not finite where there is none; {@code gradient} takes the derivatives. */
        double at(double[] point, double[] gradient);
    }

    private static final double FALL = 1e-4;
    private static final double FLATTER = 0.9;
    private static final int HALVINGS_MAX = 30;
    /** A share of the value: so small a fall is rounding, or a kink. */
    private static final double NO_FALL = 1e-13;

    private static final int NO_FALLS_MAX = 3;

    private final Valley valley;
    private final double gradientMax;
    private final int stepsMax;

    /** @param gradientMax where no derivative is larger, it ends */
    QuasiNewton(Valley valley, double gradientMax, int stepsMax) {
        this.valley = valley;
        this.gradientMax = gradientMax;
        this.stepsMax = stepsMax;
    }

    /** The lowest point that was reached; the start where the function has no value there. */
    double[] lowest(double[] start) {
        int n = start.length;
        double[] x = start.clone();
        double[] gradient = new double[n];
        double value = valley.at(x, gradient);
        double[][] inverse = identity(n, 1 / Math.max(1, largest(gradient)));
        double[] next = new double[n];
        double[] nextGradient = new double[n];
        double[] direction = new double[n];
        boolean fresh = true;
        int noFalls = 0;
        for (int step = 0; step < stepsMax && noFalls < NO_FALLS_MAX && largest(gradient) > gradientMax; step++) {
            double slope = 0;
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum -= inverse[i][j] * gradient[j];
                }
                direction[i] = sum;
                slope += sum * gradient[i];
            }
            double reached = slope < 0 ? walk(x, value, direction, slope, next, nextGradient) : Double.NaN;
            if (Double.isNaN(reached)) {
                if (fresh) {
                    break;
                }
                inverse = identity(n, 1 / Math.max(1, largest(gradient)));
                fresh = true;
                continue;
            }
            learn(inverse, x, next, gradient, nextGradient, fresh);
            fresh = false;
            System.arraycopy(next, 0, x, 0, n);
            System.arraycopy(nextGradient, 0, gradient, 0, n);
            noFalls = value - reached > NO_FALL * Math.abs(value) ? 0 : noFalls + 1;
            value = reached;
        }
        return x;
    }

    /** The value at the end of the step, which {@code next} holds; NaN where no step falls. */
    private double walk(
            double[] x, double value, double[] direction, double slope, double[] next, double[] nextGradient) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double length = 1;
        double fallen = Double.NaN;
        for (int i = 0; i < HALVINGS_MAX; i++) {
            double here = step(x, length, direction, next, nextGradient);
            if (!Double.isFinite(here) || here > value + FALL * length * slope) {
                high = length;
            } else if (dot(nextGradient, direction) < FLATTER * slope) {
                low = length;
                fallen = here;
            } else {
                return here;
            }
            length = Double.isInfinite(high) ? 2 * low : 0.5 * (low + high);
        }
        return Double.isNaN(fallen) ? Double.NaN : step(x, low, direction, next, nextGradient);
    }

    private double step(double[] x, double length, double[] direction, double[] next, double[] nextGradient) {
        for (int j = 0; j < x.length; j++) {
            next[j] = x[j] + length * direction[j];
        }
        return valley.at(next, nextGradient);
    }

    private static void learn(
            double[][] inverse, double[] x, double[] next, double[] gradient, double[] nextGradient, boolean fresh) {
        int n = x.length;
        double[] moved = new double[n];
        double[] turned = new double[n];
        Arrays.setAll(moved, i -> next[i] - x[i]);
        Arrays.setAll(turned, i -> nextGradient[i] - gradient[i]);
        double along = dot(moved, turned);
        if (!(along > 0)) {
            return;
        }
        if (fresh) {
            double scale = along / dot(turned, turned);
            for (int i = 0; i < n; i++) {
                Arrays.fill(inverse[i], 0);
                inverse[i][i] = scale;
            }
        }
        double[] image = new double[n];
        Arrays.setAll(image, i -> dot(inverse[i], turned));
        double factor = (1 + dot(turned, image) / along) / along;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] += factor * moved[i] * moved[j] - (image[i] * moved[j] + moved[i] * image[j]) / along;
            }
        }
    }

    private static double[][] identity(int n, double scale) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = scale;
        }
        return matrix;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double each : values) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
