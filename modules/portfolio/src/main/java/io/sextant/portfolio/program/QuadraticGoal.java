package io.sextant.portfolio.program;

/** What a program minimises, x'hx / 2 - c'x, as it was given: without what a solver adds to the diagonal. */
record QuadraticGoal(double[][] h, double[] c) {

    double[] gradientAt(double[] x) {
        double[] g = new double[c.length];
        for (int i = 0; i < c.length; i++) {
            g[i] = -c[i];
        }
        for (int j = 0; j < c.length; j++) {
            if (x[j] != 0) {
                for (int i = 0; i < c.length; i++) {
                    g[i] += x[j] * h[j][i];
                }
            }
        }
        return g;
    }
}
