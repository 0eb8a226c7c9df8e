package io.sextant.analytics.survey;

import java.util.Arrays;

/** The rows in which two columns both have a number, in their order. */
record Pairs(double[] x, double[] y) {

    static Pairs of(double[] x, double[] y, int from, int to) {
        double[] xs = new double[to - from];
        double[] ys = new double[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                xs[count] = x[i];
                ys[count] = y[i];
                count++;
            }
        }
        return new Pairs(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count));
    }

    int count() {
        return x.length;
    }

    /** Spearman's correlation; NaN where one of the two does not move. */
    double rankCorrelation() {
        double[] u = Ranks.standardised(x);
        double[] v = Ranks.standardised(y);
        double sum = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * v[i];
            own += u[i] * u[i];
            others += v[i] * v[i];
        }
        return own > 0 && others > 0 ? Math.clamp(sum / u.length, -1, 1) : Double.NaN;
    }
}
