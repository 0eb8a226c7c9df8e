package io.sextant.analytics.estimation;

import java.util.Arrays;

/**
 * The lag polynomials of an ARMA process, the products of its plain and its seasonal factors, and the way between coefficients and partial
 * autocorrelations. An autoregression is stationary exactly when all of those lie between -1 and 1 (Barndorff-Nielsen and Schou 1973;
 * Monahan 1984; Jones 1980).
 */
final class ArmaPolynomials {

    private static final int ROOT_STEPS_MAX = 500;

    private ArmaPolynomials() {}

    /** Coefficients of an autoregression with these partial autocorrelations: Durbin and Levinson's recursion, in place. */
    static void fromPartial(double[] values, int from, int count, double[] scratch) {
        for (int k = 1; k < count; k++) {
            double last = values[from + k];
            for (int j = 0; j < k; j++) {
                scratch[j] = values[from + j] - last * values[from + k - 1 - j];
            }
            System.arraycopy(scratch, 0, values, from, k);
        }
    }

    /** The way back, in place; false, with rubbish in the place, where the autoregression is not stationary. */
    static boolean toPartial(double[] values, int from, int count, double[] scratch) {
        for (int k = count - 1; k >= 0; k--) {
            double last = values[from + k];
            if (!(Math.abs(last) < 1)) {
                return false;
            }
            double share = 1 / (1 - last * last);
            for (int j = 0; j < k; j++) {
                scratch[j] = (values[from + j] + last * values[from + k - 1 - j]) * share;
            }
            System.arraycopy(scratch, 0, values, from, k);
        }
        return true;
    }

    /**
     * The product of a plain and a seasonal factor.
     *
     * @param sign -1 for 1 - sum ar B^i, 1 for 1 + sum ma B^i; the result has the same sign convention
     * @param product result[i] belongs to lag i + 1
     */
    static void multiply(
            double[] x,
            int plain,
            int plainCount,
            int seasonal,
            int seasonalCount,
            int period,
            int sign,
            double[] product) {
        Arrays.fill(product, 0);
        for (int i = 0; i < plainCount; i++) {
            product[i] = x[plain + i];
        }
        for (int j = 0; j < seasonalCount; j++) {
            double factor = x[seasonal + j];
            int lag = (j + 1) * period;
            product[lag - 1] += factor;
            for (int i = 0; i < plainCount; i++) {
                product[lag + i] += sign * factor * x[plain + i];
            }
        }
    }

    /**
     * The roots in B of 1 + c1 B + c2 B^2 + ..., as pairs of a real and an imaginary part, by Durand and Kerner's steps on the reversed
     * polynomial, whose roots are the reciprocals.
     */
    static double[][] roots(double[] coefficients) {
        int degree = coefficients.length;
        while (degree > 0 && coefficients[degree - 1] == 0) {
            degree--;
        }
        double[][] z = reciprocalRoots(coefficients, degree);
        for (double[] each : z) {
            double size = each[0] * each[0] + each[1] * each[1];
            each[0] /= size;
            each[1] /= -size;
        }
        return z;
    }

    private static double[][] reciprocalRoots(double[] c, int degree) {
        double reach = 1;
        for (int i = 0; i < degree; i++) {
            reach = Math.max(reach, Math.pow(Math.abs(c[i]) * degree, 1.0 / (i + 1)));
        }
        double[][] z = new double[degree][2];
        for (int i = 0; i < degree; i++) {
            double angle = 2 * Math.PI * i / degree + 0.4;
            z[i][0] = 0.7 * reach * Math.cos(angle);
            z[i][1] = 0.7 * reach * Math.sin(angle);
        }
        for (int step = 0; step < ROOT_STEPS_MAX; step++) {
            double moved = 0;
            for (int i = 0; i < degree; i++) {
                double re = 1;
                double im = 0;
                for (int k = 0; k < degree; k++) {
                    double next = re * z[i][0] - im * z[i][1] + c[k];
                    im = re * z[i][1] + im * z[i][0];
                    re = next;
                }
                for (int k = 0; k < degree; k++) {
                    if (k != i) {
                        double dr = z[i][0] - z[k][0];
                        double di = z[i][1] - z[k][1];
                        double size = Math.max(dr * dr + di * di, 1e-300);
                        double next = (re * dr + im * di) / size;
                        im = (im * dr - re * di) / size;
                        re = next;
                    }
                }
                z[i][0] -= re;
                z[i][1] -= im;
                moved = Math.max(moved, Math.abs(re) + Math.abs(im));
            }
            if (moved < 1e-15 * reach) {
                break;
            }
        }
        return z;
    }

    /** The smallest distance of a root from zero; infinite where there is none. Outside 1 lies what is stationary or invertible. */
    static double smallestRoot(double[] coefficients) {
        double smallest = Double.POSITIVE_INFINITY;
        for (double[] root : roots(coefficients)) {
            smallest = Math.min(smallest, Math.hypot(root[0], root[1]));
        }
        return smallest;
    }

    /** Over the factors of both kinds; seasonal roots are counted as those of B. A root inside is taken for its mirror image. */
    static double smallestRoot(ArimaOrder order, double[] x) {
        int p = order.p();
        int q = order.q();
        double smallest = Double.POSITIVE_INFINITY;
        int[] from = {0, p, p + q, p + q + order.seasonalP(), order.terms()};
        for (int kind = 0; kind < 4; kind++) {
            double[] factor = Arrays.copyOfRange(x, from[kind], from[kind + 1]);
            if (kind % 2 == 0) {
                for (int i = 0; i < factor.length; i++) {
                    factor[i] = -factor[i];
                }
            }
            for (double[] root : roots(factor)) {
                double size = Math.hypot(root[0], root[1]);
                double outside = Math.max(size, 1 / size);
                smallest = Math.min(smallest, kind < 2 ? outside : Math.pow(outside, 1.0 / order.period()));
            }
        }
        return smallest;
    }

    /**
     * The moving average of the same autocorrelations whose roots lie outside the unit circle: each root inside is replaced by its mirror
     * image. Its surprises have another variance, its likelihood is the same.
     */
    static void invert(double[] x, int from, int count) {
        double[][] roots = roots(Arrays.copyOfRange(x, from, from + count));
        boolean inside = false;
        double[] re = new double[count + 1];
        double[] im = new double[count + 1];
        re[0] = 1;
        int degree = 0;
        for (double[] root : roots) {
            double size = root[0] * root[0] + root[1] * root[1];
            boolean mirror = size < 1;
            inside |= mirror;
            double keptRe = mirror ? root[0] / size : root[0];
            double keptIm = mirror ? root[1] / size : root[1];
            double keptSize = mirror ? 1 / size : size;
            double factorRe = -keptRe / keptSize;
            double factorIm = keptIm / keptSize;
            degree++;
            for (int k = degree; k > 0; k--) {
                double addedRe = re[k - 1] * factorRe - im[k - 1] * factorIm;
                im[k] += re[k - 1] * factorIm + im[k - 1] * factorRe;
                re[k] += addedRe;
            }
        }
        if (inside) {
            for (int i = 0; i < count; i++) {
                x[from + i] = re[i + 1];
            }
        }
    }
}
