package io.sextant.forecasting.model;

import java.util.Arrays;

/**
 * One regression over all kinds of market and, beside it, one a kind whose weights are drawn towards those of all (a ridge towards a common
 * centre; Hoerl and Kennard 1970). Grows row by row.
 */
final class ProfileRegression {

    static final int WIDTH = SegmentFeatures.NAMES.length + 1;

    /** In observations: so many of no effect stand beside those of all, and so many of the common effect beside each kind's. */
    private static final double PENALTY = 50;

    private final double[] penalties = new double[WIDTH];
    private final double[][] all = new double[WIDTH + 1][WIDTH];
    private final double[][][] byKind;
    private final double[] squares;
    private final int[] count;

    ProfileRegression(int kinds) {
        Arrays.fill(penalties, PENALTY);
        byKind = new double[kinds][WIDTH + 1][WIDTH];
        squares = new double[kinds];
        count = new int[kinds];
    }

    /**
     * What one step's regression learned.
     *
     * @param weights by kind
     * @param deviations of what was not told, by kind
     */
    record Learned(double[][] weights, double[] deviations) {

        double told(int kind, double[] point) {
            return RidgeRegression.told(weights[kind], row(point));
        }
    }

    static double[] row(double[] point) {
        double[] row = Arrays.copyOf(point, WIDTH);
        row[WIDTH - 1] = 1;
        return row;
    }

    void add(int kind, double[] point, double followed) {
        double[] row = row(point);
        for (double[][] products : new double[][][] {all, byKind[kind]}) {
            for (int i = 0; i < WIDTH; i++) {
                for (int j = 0; j <= i; j++) {
                    products[i][j] += row[i] * row[j];
                }
                products[WIDTH][i] += row[i] * followed;
            }
        }
        squares[kind] += followed * followed;
        count[kind]++;
    }

    double toldByAll(double[] point) {
        return RidgeRegression.told(common(), row(point));
    }

    double toldByOwn(int kind, double[] point) {
        return RidgeRegression.told(own(kind, common()), row(point));
    }

    private double[] common() {
        return RidgeRegression.solve(all, penalties);
    }

    /** Common weights and what a ridge finds in that which they leave: X'(y - Xb) = X'y - X'X b. */
    private double[] own(int kind, double[] common) {
        double[][] products = new double[WIDTH + 1][];
        Arrays.setAll(products, i -> byKind[kind][i].clone());
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                products[WIDTH][i] -= byKind[kind][Math.max(i, j)][Math.min(i, j)] * common[j];
            }
        }
        double[] more = RidgeRegression.solve(products, penalties);
        double[] own = new double[WIDTH];
        Arrays.setAll(own, i -> common[i] + more[i]);
        return own;
    }

    /** @param own whether a kind has weights of its own; otherwise it has those of all */
    Learned learn(boolean[] own) {
        double[] common = common();
        double[][] weights = new double[byKind.length][];
        double[] left = new double[byKind.length];
        double sum = 0;
        int bars = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = own[k] ? own(k, common) : common;
            left[k] = leftOver(k, weights[k]);
            sum += left[k];
            bars += count[k];
        }
        double[] deviations = new double[weights.length];
        for (int k = 0; k < deviations.length; k++) {
            // A kind that was hardly seen is about as wild as all.
            deviations[k] = Math.sqrt((PENALTY * sum / Math.max(1, bars) + left[k]) / (PENALTY + count[k]));
        }
        return new Learned(weights, deviations);
    }

    /** The sum of squares that weights leave: y'y - 2 b'X'y + b'X'X b. */
    private double leftOver(int kind, double[] weights) {
        double sum = squares[kind];
        for (int i = 0; i < WIDTH; i++) {
            sum -= 2 * weights[i] * byKind[kind][WIDTH][i];
            for (int j = 0; j < WIDTH; j++) {
                sum += weights[i] * weights[j] * byKind[kind][Math.max(i, j)][Math.min(i, j)];
            }
        }
        return Math.max(0, sum);
    }
}
