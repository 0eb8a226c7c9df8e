package io.sextant.forecasting.model;

import java.util.Arrays;

/**
 * Weights of a {@link CalendarBasis}: least squares with a penalty on the size of each bend (Laplace's prior, as in Taylor and Letham 2018),
 * solved by weighing squared bends anew until they stay (Figueiredo 2003), together with a
 * first-order autoregression of what is left: of a walk, nearly all is left, and nothing is taken for a bend.
 *
 * @param carried what share of the remainder is left a step later
 * @param noise the deviation of the remainder's surprises
 */
record StructuralFit(double[] weights, double carried, double noise, double[] surprises) {

    private static final int ROUNDS = 20;
    /** The scale of the prior on a bend, as a share of the deviation of the values over the whole part. */
    private static final double BEND_SCALE = 0.2;

    private static final double WAVE_SCALE = 1;
    private static final double SMALLEST = 1e-6;
    private static final double[] CARRIED = {0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999};

    static StructuralFit of(CalendarBasis basis, long[] timesNanos, double[] values) {
        int n = values.length;
        double[][] rows = new double[n][];
        Arrays.setAll(rows, i -> basis.at(timesNanos[i]));
        double mean = Arrays.stream(values).average().orElse(0);
        double[] centred = Arrays.stream(values).map(v -> v - mean).toArray();
        double scale = Windows.rootMeanSquare(centred);
        Solved best = null;
        double carried = 0;
        for (double share : CARRIED) {
            double[][] turnedRows = new double[n][];
            double[] turned = new double[n];
            turn(rows, centred, share, turnedRows, turned);
            Solved solved = solved(basis, turnedRows, turned, scale, share);
            if (best == null || solved.height() > best.height()) {
                best = solved;
                carried = share;
            }
        }
        double[] weights = best == null ? new double[basis.width()] : best.weights();
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = centred[i] - RidgeRegression.told(weights, rows[i]);
        }
        weights[0] += mean;
        double kept = carried;
        double[] surprises = new double[n - 1];
        // What was estimated made them smaller.
        double wider = Math.sqrt(n / (n - (double) used(basis, weights, scale)));
        Arrays.setAll(surprises, i -> wider * (rest[i + 1] - kept * rest[i]));
        return new StructuralFit(weights, carried, Windows.rootMeanSquare(surprises), surprises);
    }

    private static int used(CalendarBasis basis, double[] weights, double scale) {
        int used = 0;
        for (int j = 0; j < weights.length; j++) {
            used += !basis.isBend(j) || Math.abs(weights[j]) > 1e-3 * scale ? 1 : 0;
        }
        return used;
    }

    /** Rows and values less their share of the ones before, so that what is left has no memory (Prais and Winsten 1954). */
    private static void turn(double[][] rows, double[] values, double share, double[][] turnedRows, double[] turned) {
        double first = Math.sqrt(1 - share * share);
        for (int i = 0; i < values.length; i++) {
            double[] row = rows[i].clone();
            if (i == 0) {
                Arrays.setAll(row, j -> first * row[j]);
                turned[0] = first * values[0];
            } else {
                double[] before = rows[i - 1];
                Arrays.setAll(row, j -> row[j] - share * before[j]);
                turned[i] = values[i] - share * values[i - 1];
            }
            turnedRows[i] = row;
        }
    }

    /** Weights, and how likely their share is when all weights are taken into account (Laplace's approximation). */
    private record Solved(double[] weights, double height) {}

    private static Solved solved(CalendarBasis basis, double[][] rows, double[] values, double scale, double share) {
        double[][] products = RidgeRegression.products(rows, values);
        double[] penalties = new double[basis.width()];
        double[] weights = new double[basis.width()];
        double variance = Math.pow(Windows.rootMeanSquare(values), 2);
        for (int round = 0; round < ROUNDS; round++) {
            for (int j = 0; j < penalties.length; j++) {
                if (basis.isBend(j)) {
                    double size = Math.max(Math.abs(weights[j]), SMALLEST * scale);
                    penalties[j] = round == 0 ? variance / (scale * scale) : variance / (BEND_SCALE * scale * size);
                } else {
                    double prior = WAVE_SCALE * scale;
                    penalties[j] = j < 2 ? 0 : variance / (prior * prior);
                }
            }
            weights = RidgeRegression.solve(products, penalties);
            variance = variance(rows, values, weights);
        }
        double height = -0.5 * (values.length - 2) * Math.log(variance)
                + 0.5 * Math.log(1 - share * share)
                - 0.5 * RidgeRegression.logDeterminant(products, penalties);
        for (int j = 0; j < weights.length; j++) {
            height += penalties[j] > 0 ? 0.5 * Math.log(penalties[j]) : 0;
            height -= basis.isBend(j) ? Math.abs(weights[j]) / (BEND_SCALE * scale) : 0;
        }
        return new Solved(weights, height);
    }

    private static double variance(double[][] rows, double[] values, double[] weights) {
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double rest = values[i] - RidgeRegression.told(weights, rows[i]);
            squares += rest * rest;
        }
        return Math.max(squares / values.length, 1e-300);
    }
}
