package io.sextant.portfolio.program;

import java.util.Arrays;

/**
 * The variables that may move, and the factor of their part of the matrix. Where it has not full rank its diagonal is raised by 1e-11 of
 * its largest element, when and only when the free variables show that it must be.
 */
final class FreeFace {

    private static final double RIDGE = 1e-11;
    private static final double DEPENDENT = 1e-11;
    private static final int REFINEMENTS = 3;
    private static final double FOLLOWS = 1e-14;

    private final double[][] h;
    private final double scale;
    private final int[] free;
    private int count;
    private final GrowingCholesky cholesky;
    private double ridge;

    FreeFace(double[][] h) {
        this.h = h;
        double largest = 0;
        for (int i = 0; i < h.length; i++) {
            largest = Math.max(largest, h[i][i]);
        }
        scale = largest > 0 ? largest : 1;
        free = new int[h.length];
        cholesky = new GrowingCholesky(h.length);
    }

    int count() {
        return count;
    }

    int variable(int k) {
        return free[k];
    }

    double ridge() {
        return ridge;
    }

    /** The largest variance, as a measure of what is small. */
    double scale() {
        return scale;
    }

    /** @return whether the diagonal had to be raised for it */
    boolean add(int i) {
        boolean raised = !cholesky.append(beside(i), h[i][i] + ridge, DEPENDENT * scale);
        if (raised) {
            raise();
            if (!cholesky.append(beside(i), h[i][i] + ridge, 0)) {
                throw notOfCovariances();
            }
        }
        free[count++] = i;
        return raised;
    }

    private double[] beside(int i) {
        double[] beside = new double[Math.max(1, count)];
        for (int k = 0; k < count; k++) {
            beside[k] = h[i][free[k]];
        }
        return beside;
    }

    private void raise() {
        ridge = ridge > 0 ? 10 * ridge : RIDGE * scale;
        cholesky.clear();
        int all = count;
        for (count = 0; count < all; count++) {
            int i = free[count];
            if (!cholesky.append(beside(i), h[i][i] + ridge, 0)) {
                throw notOfCovariances();
            }
        }
    }

    private static ArithmeticException notOfCovariances() {
        return new ArithmeticException("the matrix is not one of covariances: it has a direction of negative variance");
    }

    void remove(int i) {
        for (int k = 0; k < count; k++) {
            if (free[k] == i) {
                System.arraycopy(free, k + 1, free, k, count - k - 1);
                count--;
                cholesky.remove(k);
                return;
            }
        }
    }

    /**
     * H d + A'v = right and A d = drift on the free variables, through the Schur complement of the factor.
     *
     * @param right by place among the free; overwritten
     * @param v becomes the multipliers
     * @return d, 0 where nothing is free
     */
    double[] solve(double[] right, double[][] a, double[] drift, double[] v) {
        double[] wanted = right.clone();
        double[] d = solveOnce(right, a, drift, v);
        // Where the diagonal was raised the factor keeps some seven digits: what is left of both equations is solved
        // for again.
        for (int round = 0; round < (ridge > 0 ? REFINEMENTS : 1); round++) {
            refine(wanted, a, drift, d, v);
        }
        return d;
    }

    private void refine(double[] wanted, double[][] a, double[] drift, double[] d, double[] v) {
        double[] left = wanted.clone();
        for (int k = 0; k < count; k++) {
            int i = free[k];
            double sum = ridge * d[i];
            for (int l = 0; l < count; l++) {
                sum += h[i][free[l]] * d[free[l]];
            }
            for (int w = 0; w < a.length; w++) {
                sum += a[w][i] * v[w];
            }
            left[k] -= sum;
        }
        double[] leftOfRows = drift.clone();
        for (int w = 0; w < a.length; w++) {
            for (int k = 0; k < count; k++) {
                leftOfRows[w] -= a[w][free[k]] * d[free[k]];
            }
        }
        double[] moreV = new double[v.length];
        double[] more = solveOnce(left, a, leftOfRows, moreV);
        for (int i = 0; i < d.length; i++) {
            d[i] += more[i];
        }
        for (int w = 0; w < v.length; w++) {
            v[w] += moreV[w];
        }
    }

    private double[] solveOnce(double[] right, double[][] a, double[] drift, double[] v) {
        int rows = a.length;
        double[][] y = new double[rows][count];
        for (int w = 0; w < rows; w++) {
            for (int k = 0; k < count; k++) {
                y[w][k] = a[w][free[k]];
            }
            cholesky.solveLower(y[w]);
        }
        cholesky.solveLower(right);
        double[][] schur = new double[rows][rows];
        for (int i = 0; i < rows; i++) {
            v[i] = dot(y[i], right) - drift[i];
            for (int j = 0; j <= i; j++) {
                schur[i][j] = dot(y[i], y[j]);
            }
        }
        GrowingCholesky small = new GrowingCholesky(rows);
        for (int i = 0; i < rows; i++) {
            if (!small.append(Arrays.copyOf(schur[i], rows), schur[i][i], FOLLOWS * schur[i][i])) {
                // A row that follows from the others, or in which nothing is free: its multiplier is as good as none.
                small.append(new double[rows], 1, 0);
                v[i] = 0;
            }
        }
        small.solveLower(v);
        small.solveUpper(v);
        for (int w = 0; w < rows; w++) {
            for (int k = 0; k < count; k++) {
                right[k] -= y[w][k] * v[w];
            }
        }
        cholesky.solveUpper(right);
        double[] d = new double[h.length];
        for (int k = 0; k < count; k++) {
            d[free[k]] = right[k];
        }
        return d;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
