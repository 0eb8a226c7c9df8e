package io.sextant.portfolio.estimate;

import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/** Eigenvalues of a symmetric matrix, falling, and their vectors. */
record Spectrum(double[] values, double[][] vectors) {

    static Spectrum of(double[][] symmetric) {
        int n = symmetric.length;
        R064Store store = R064Store.FACTORY.make(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                store.set(i, j, symmetric[i][j]);
            }
        }
        Eigenvalue<Double> found = Eigenvalue.R064.make(store, true);
        if (!found.decompose(store)) {
            throw new ArithmeticException("the matrix holds no numbers");
        }
        MatrixStore<Double> d = found.getD();
        MatrixStore<Double> v = found.getV();
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        java.util.Arrays.sort(
                order,
                java.util.Comparator.comparingDouble((Integer i) -> d.doubleValue(i, i))
                        .reversed());
        double[] values = new double[n];
        double[][] vectors = new double[n][n];
        for (int k = 0; k < n; k++) {
            values[k] = d.doubleValue(order[k], order[k]);
            for (int i = 0; i < n; i++) {
                vectors[k][i] = v.doubleValue(i, order[k]);
            }
        }
        return new Spectrum(values, vectors);
    }

    /** The matrix with other eigenvalues. */
    double[][] with(double[] other) {
        int n = values.length;
        double[][] made = new double[n][n];
        for (int k = 0; k < n; k++) {
            if (other[k] != 0) {
                for (int i = 0; i < n; i++) {
                    double times = other[k] * vectors[k][i];
                    for (int j = 0; j <= i; j++) {
                        made[i][j] += times * vectors[k][j];
                    }
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                made[j][i] = made[i][j];
            }
        }
        return made;
    }
}
