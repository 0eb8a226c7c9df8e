package io.sextant.analytics.linear;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A = U S V' by one-sided Jacobi rotations (Hestenes 1958; Demmel and Veselic 1992): small singular values keep their relative digits.
 * {@code values} fall; {@code right[k]} is the k-th right singular vector.
 */
public record SingularValues(double[] values, double[][] right) {

    private static final int SWEEPS_MAX = 60;
    private static final double ORTHOGONAL = 1e-15;
    /** A column whose share of all squares is less is rounding, which no rotation makes orthogonal. */
    private static final double NOTHING = 1e-31;

    /** @param columns of a small matrix, any shape; not changed */
    public static SingularValues of(double[][] columns) {
        int n = columns.length;
        double[][] a = new double[n][];
        double[][] v = new double[n][n];
        for (int j = 0; j < n; j++) {
            a[j] = columns[j].clone();
            v[j][j] = 1;
        }
        double all = 0;
        for (double[] column : a) {
            all += dot(column, column);
        }
        boolean turned = true;
        for (int sweep = 0; turned; sweep++) {
            if (sweep == SWEEPS_MAX) {
                throw new ArithmeticException("the rotations did not converge: the matrix holds no numbers");
            }
            turned = false;
            for (int p = 0; p < n - 1; p++) {
                for (int q = p + 1; q < n; q++) {
                    turned |= rotate(a, v, p, q, NOTHING * all);
                }
            }
        }
        double[] lengths = new double[n];
        Integer[] order = new Integer[n];
        for (int j = 0; j < n; j++) {
            lengths[j] = Math.sqrt(dot(a[j], a[j]));
            order[j] = j;
        }
        Arrays.sort(order, Comparator.comparingDouble((Integer j) -> lengths[j]).reversed());
        double[] values = new double[n];
        double[][] right = new double[n][];
        for (int j = 0; j < n; j++) {
            values[j] = lengths[order[j]];
            right[j] = v[order[j]];
        }
        return new SingularValues(values, right);
    }

    /** Makes two columns orthogonal, unless they are. */
    private static boolean rotate(double[][] a, double[][] v, int p, int q, double nothing) {
        double pp = dot(a[p], a[p]);
        double qq = dot(a[q], a[q]);
        double pq = dot(a[p], a[q]);
        if (Math.abs(pq) <= ORTHOGONAL * Math.sqrt(pp * qq) || Math.min(pp, qq) <= nothing) {
            return false;
        }
        double zeta = (qq - pp) / (2 * pq);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = cosine * tangent;
        turn(a[p], a[q], cosine, sine);
        turn(v[p], v[q], cosine, sine);
        return true;
    }

    private static void turn(double[] x, double[] y, double cosine, double sine) {
        for (int i = 0; i < x.length; i++) {
            double before = x[i];
            x[i] = cosine * before - sine * y[i];
            y[i] = sine * before + cosine * y[i];
        }
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
