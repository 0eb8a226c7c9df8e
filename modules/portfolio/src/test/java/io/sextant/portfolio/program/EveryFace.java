package io.sextant.portfolio.program;

import java.util.Arrays;

/** A twin that tries every way in which variables can stand at bounds, each a line of equations; of regions with a budget and at most one more row. */
final class EveryFace {

    private EveryFace() {}

    static double best(double[][] h, double[] c, Region region) {
        int n = c.length;
        double best = Double.POSITIVE_INFINITY;
        int faces = (int) Math.pow(3, n);
        for (int face = 0; face < faces; face++) {
            for (int second = 0; second < (region.rows().size() > 1 ? 3 : 1); second++) {
                double[] all = onFace(h, c, region, face, second);
                double[] x = all == null ? null : Arrays.copyOf(all, n);
                if (x != null && region.breach(x) < 1e-9) {
                    best = Math.min(best, value(h, c, x));
                }
            }
        }
        return best;
    }

    /** Variables at bounds as the digits of {@code face} say; the second row free, or with its lower or upper bound. */
    private static double[] onFace(double[][] h, double[] c, Region region, int face, int second) {
        int n = c.length;
        int rows = second == 0 ? 1 : 2;
        int size = n + rows;
        double[][] m = new double[size][size + 1];
        int rest = face;
        for (int i = 0; i < n; i++) {
            int place = rest % 3;
            rest /= 3;
            if (place == 0) {
                System.arraycopy(h[i], 0, m[i], 0, n);
                for (int r = 0; r < rows; r++) {
                    m[i][n + r] = region.rows().get(r).coefficients()[i];
                }
                m[i][size] = c[i];
            } else {
                m[i][i] = 1;
                m[i][size] = place == 1 ? region.lower()[i] : region.upper()[i];
            }
        }
        for (int r = 0; r < rows; r++) {
            LinearRow row = region.rows().get(r);
            System.arraycopy(row.coefficients(), 0, m[n + r], 0, n);
            m[n + r][size] = second == 1 ? row.lower() : row.upper();
        }
        return solve(m);
    }

    private static double[] solve(double[][] m) {
        int size = m.length;
        for (int k = 0; k < size; k++) {
            int pivot = k;
            for (int i = k + 1; i < size; i++) {
                pivot = Math.abs(m[i][k]) > Math.abs(m[pivot][k]) ? i : pivot;
            }
            double[] row = m[pivot];
            m[pivot] = m[k];
            m[k] = row;
            if (Math.abs(row[k]) < 1e-11) {
                return null;
            }
            for (int i = 0; i < size; i++) {
                double factor = i == k ? 0 : m[i][k] / row[k];
                for (int j = k; j <= size && factor != 0; j++) {
                    m[i][j] -= factor * row[j];
                }
            }
        }
        double[] x = new double[size];
        Arrays.setAll(x, i -> m[i][size] / m[i][i]);
        return x;
    }

    static double value(double[][] h, double[] c, double[] x) {
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            sum -= c[i] * x[i];
            for (int j = 0; j < c.length; j++) {
                sum += x[i] * h[i][j] * x[j] / 2;
            }
        }
        return sum;
    }
}
