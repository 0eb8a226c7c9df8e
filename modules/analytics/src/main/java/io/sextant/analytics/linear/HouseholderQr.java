package io.sextant.analytics.linear;

import java.util.Arrays;

/**
 * A = QR of a tall matrix by Householder reflections (Golub and Van Loan, Matrix Computations, 5.2). Working on the data and not on
 * its products keeps twice the digits that normal equations keep.
 */
public final class HouseholderQr {

    /** A column whose new part is shorter than this share of it is a combination of those before, up to rounding. */
    private static final double DEPENDENT = 1e-12;

    private final double[][] reflectors;
    private final double[] diagonal;
    private final int rows;

    private HouseholderQr(double[][] reflectors, double[] diagonal, int rows) {
        this.reflectors = reflectors;
        this.diagonal = diagonal;
        this.rows = rows;
    }

    /**
     * @param columns each as long as the others; not changed
     * @throws IllegalArgumentException when there are more columns than rows, or one is a combination of those before it
     */
    public static HouseholderQr of(double[][] columns) {
        int count = columns.length;
        int rows = count == 0 ? 0 : columns[0].length;
        if (rows < count) {
            throw new IllegalArgumentException(rows + " rows cannot tell " + count + " coefficients apart");
        }
        double[][] work = new double[count][];
        for (int j = 0; j < count; j++) {
            if (columns[j].length != rows) {
                throw new IllegalArgumentException(
                        "column " + (j + 1) + " has " + columns[j].length + " rows, not " + rows);
            }
            work[j] = columns[j].clone();
        }
        double[] diagonal = new double[count];
        for (int j = 0; j < count; j++) {
            double[] v = work[j];
            double whole = norm(v, 0);
            double length = norm(v, j);
            if (!(length > DEPENDENT * whole)) {
                throw new IllegalArgumentException(
                        "column " + (j + 1) + " is a combination of those before it, or holds no numbers");
            }
            double alpha = v[j] > 0 ? -length : length;
            v[j] -= alpha;
            // v'v = 2 length (length + |first|), so that half of it normalises the reflection.
            double half = -alpha * v[j];
            double scale = Math.sqrt(half);
            for (int i = j; i < rows; i++) {
                v[i] /= scale;
            }
            diagonal[j] = alpha;
            for (int k = j + 1; k < count; k++) {
                reflect(v, j, work[k]);
            }
        }
        return new HouseholderQr(work, diagonal, rows);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return diagonal.length;
    }

    /** Element (row, column) of the triangle R. */
    public double r(int row, int column) {
        if (row > column) {
            return 0;
        }
        return row == column ? diagonal[row] : reflectors[column][row];
    }

    /** Q'y, in place: its first {@link #columns} elements explain, the rest is what remains. */
    public void transposeInPlace(double[] y) {
        for (int j = 0; j < diagonal.length; j++) {
            reflect(reflectors[j], j, y);
        }
    }

    /** y less its projection on the columns. */
    public double[] residuals(double[] y) {
        double[] rest = y.clone();
        transposeInPlace(rest);
        Arrays.fill(rest, 0, diagonal.length, 0);
        for (int j = diagonal.length - 1; j >= 0; j--) {
            reflect(reflectors[j], j, rest);
        }
        return rest;
    }

    /** The j-th column of Q, a unit vector as long as the data. */
    public double[] basisVector(int j) {
        double[] unit = new double[rows];
        unit[j] = 1;
        for (int k = diagonal.length - 1; k >= 0; k--) {
            reflect(reflectors[k], k, unit);
        }
        return unit;
    }

    /** Solves R x = b for the first {@link #columns} elements of b. */
    public double[] solveTriangle(double[] b) {
        double[] x = Arrays.copyOf(b, diagonal.length);
        for (int i = x.length - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < x.length; k++) {
                sum -= r(i, k) * x[k];
            }
            x[i] = sum / diagonal[i];
        }
        return x;
    }

    /** The diagonal of the inverse of A'A. */
    double[] inverseProductDiagonal() {
        int n = diagonal.length;
        double[] sums = new double[n];
        double[] unit = new double[n];
        for (int j = 0; j < n; j++) {
            Arrays.fill(unit, 0);
            unit[j] = 1;
            double[] column = solveTriangle(unit);
            for (int i = 0; i <= j; i++) {
                sums[i] += column[i] * column[i];
            }
        }
        return sums;
    }

    private static void reflect(double[] v, int from, double[] y) {
        double dot = 0;
        for (int i = from; i < v.length; i++) {
            dot += v[i] * y[i];
        }
        for (int i = from; i < v.length; i++) {
            y[i] -= dot * v[i];
        }
    }

    private static double norm(double[] v, int from) {
        double largest = 0;
        for (int i = from; i < v.length; i++) {
            largest = Math.max(largest, Math.abs(v[i]));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < v.length; i++) {
            double share = v[i] / largest;
            sum += share * share;
        }
        return largest * Math.sqrt(sum);
    }
}
