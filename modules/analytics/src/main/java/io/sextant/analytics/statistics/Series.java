package io.sextant.analytics.statistics;

import java.util.Arrays;

/** Columns made of a series, and the checks that every test begins with. */
public final class Series {

    private Series() {}

    /** @throws IllegalArgumentException with a sentence, when a value is missing or too few are there */
    public static void check(double[] values, int least, String what) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("value " + (i + 1) + " of the series is not a number");
            }
        }
        if (values.length < least) {
            throw new IllegalArgumentException(what + " takes at least " + least + " values, not " + values.length);
        }
    }

    /** @throws IllegalArgumentException when {@code lags} is negative */
    public static void checkLags(int lags) {
        if (lags < 0) {
            throw new IllegalArgumentException("the number of lags is " + lags + ", less than 0");
        }
    }

    public static double mean(double[] values) {
        double sum = 0;
        for (double each : values) {
            sum += each;
        }
        return sum / values.length;
    }

    /** x less its mean. */
    static double[] centred(double[] values) {
        double mean = mean(values);
        double[] centred = new double[values.length];
        Arrays.setAll(centred, i -> values[i] - mean);
        return centred;
    }

    /** x_t - x_{t-1}: one shorter. */
    public static double[] differences(double[] values) {
        double[] differences = new double[values.length - 1];
        Arrays.setAll(differences, i -> values[i + 1] - values[i]);
        return differences;
    }

    public static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** from, from + 1, ... */
    public static double[] count(int from, int size) {
        double[] count = new double[size];
        Arrays.setAll(count, i -> from + i);
        return count;
    }
}
