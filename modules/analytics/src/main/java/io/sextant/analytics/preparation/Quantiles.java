package io.sextant.analytics.preparation;

import java.util.Arrays;

/** Quantiles of what is there. */
public final class Quantiles {

    private Quantiles() {}

    /** The numbers of {@code [from, to)} in order, without those that are missing. */
    static double[] sorted(double[] column, int from, int to) {
        double[] known = Arrays.stream(column, from, to)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (known.length == 0) {
            throw new IllegalArgumentException("no number stands from row " + from + " to row " + to);
        }
        return known;
    }

    /** Between its neighbours on a straight line, as R's type 7 and NumPy have it. */
    public static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
