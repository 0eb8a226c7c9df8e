package io.sextant.forecasting.model;

/** Weights that explain a column by others, drawn towards zero by a penalty of its own for each (Hoerl and Kennard 1970). */
final class RidgeRegression {

    private RidgeRegression() {}

    /** X'X and, as its last row, X'y, of rows of numbers. */
    static double[][] products(double[][] rows, double[] wanted) {
        int width = rows[0].length;
        double[][] products = new double[width + 1][width];
        for (int t = 0; t < rows.length; t++) {
            double[] row = rows[t];
            for (int i = 0; i < width; i++) {
                double each = row[i];
                if (each != 0) {
                    for (int j = 0; j <= i; j++) {
                        products[i][j] += each * row[j];
                    }
                    products[width][i] += each * wanted[t];
                }
            }
        }
        return products;
    }

    /** Cholesky's root of X'X + penalties. */
    private static double[][] root(double[][] products, double[] penalties) {
        int n = penalties.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = products[i][j] + (i == j ? penalties[i] : 0);
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                // A column that the others explain gets no weight of its own.
                root[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12 * (products[i][i] + 1e-300))) : sum / root[j][j];
            }
        }
        return root;
    }

    /** The logarithm of the determinant of X'X + penalties. */
    static double logDeterminant(double[][] products, double[] penalties) {
        double[][] root = root(products, penalties);
        double sum = 0;
        for (int i = 0; i < root.length; i++) {
            sum += 2 * Math.log(root[i][i]);
        }
        return sum;
    }

    /** Solves (X'X + penalties) b = X'y. */
    static double[] solve(double[][] products, double[] penalties) {
        int n = penalties.length;
        double[][] root = root(products, penalties);
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            double rest = products[n][i];
            for (int k = 0; k < i; k++) {
                rest -= root[i][k] * b[k];
            }
            b[i] = rest / root[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                b[i] -= root[k][i] * b[k];
            }
            b[i] /= root[i][i];
        }
        return b;
    }

    static double told(double[] weights, double[] row) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += weights[i] * row[i];
        }
        return sum;
    }
}
