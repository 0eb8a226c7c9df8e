package io.sextant.analytics.survey;

import java.util.Arrays;

/** Places in order instead of values, so that a few extremes do not decide. */
final class Ranks {

    private Ranks() {}

    /** 1 for the smallest; equals share the mean of their places. All of {@code values} are numbers. */
    static double[] of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < ranks.length; i++) {
            // Adding zero makes -0 of the same rank as 0.
            double value = values[i] + 0.0;
            ranks[i] = (below(sorted, value) + 1 + atMost(sorted, value)) / 2.0;
        }
        return ranks;
    }

    /** Ranks less their mean, over their deviation; all zero where nothing differs. */
    static double[] standardised(double[] values) {
        double[] ranks = of(values);
        double mean = (ranks.length + 1) / 2.0;
        double squares = 0;
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] -= mean;
            squares += ranks[i] * ranks[i];
        }
        double deviation = Math.sqrt(squares / ranks.length);
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = deviation > 0 ? ranks[i] / deviation : 0;
        }
        return ranks;
    }

    private static int below(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int atMost(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
