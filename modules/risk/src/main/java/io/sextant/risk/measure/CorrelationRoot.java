package io.sextant.risk.measure;

/** Correlations and their lower triangular root (Cholesky), also where some assets are mixtures of others. */
public final class CorrelationRoot {

    private static final double DEPENDENT = 1e-12;
    private static final double POSSIBLE = 1e-6;

    private CorrelationRoot() {}

    /** Zero with what does not move. */
    public static double[][] correlation(double[][] columns) {
        int n = columns.length;
        double[][] unit = new double[n][];
        for (int c = 0; c < n; c++) {
            Moments moments = Moments.of(columns[c]);
            double length = moments.deviation() * Math.sqrt(columns[c].length - 1.0);
            unit[c] = new double[columns[c].length];
            for (int i = 0; i < unit[c].length; i++) {
                unit[c][i] = length == 0 ? 0 : (columns[c][i] - moments.mean()) / length;
            }
        }
        double[][] correlation = new double[n][n];
        for (int a = 0; a < n; a++) {
            correlation[a][a] = 1;
            for (int b = 0; b < a; b++) {
                double sum = 0;
                for (int i = 0; i < unit[a].length; i++) {
                    sum += unit[a][i] * unit[b][i];
                }
                correlation[a][b] = Math.clamp(sum, -1, 1);
                correlation[b][a] = correlation[a][b];
            }
        }
        return correlation;
    }

    /** Whether some market can have these correlations: no mixture has a variance below zero. */
    public static boolean isPossible(double[][] matrix) {
        double[][] root = of(matrix);
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k <= j; k++) {
                    sum += root[i][k] * root[j][k];
                }
                if (Math.abs(sum - matrix[i][j]) > POSSIBLE) {
                    return false;
                }
            }
        }
        return true;
    }

    static double[][] of(double[][] matrix) {
        int n = matrix.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                if (i == j) {
                    root[i][i] = rest > DEPENDENT ? Math.sqrt(rest) : 0;
                } else {
                    root[i][j] = root[j][j] > 0 ? rest / root[j][j] : 0;
                }
            }
        }
        return root;
    }
}
