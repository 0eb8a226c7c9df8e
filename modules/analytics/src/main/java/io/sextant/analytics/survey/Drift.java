package io.sextant.analytics.survey;

import io.sextant.analytics.preparation.Quantiles;
import java.util.Arrays;

/** How far the numbers of one time are from those of another. Both take numbers in rising order, none missing. */
public final class Drift {

    private static final int BINS = 10;
    private static final double LEAST_SHARE = 1e-4;

    private Drift() {}

    /**
     * The population stability index over the tenths of {@code before}: the sum of (q - p) ln(q / p), where p and q are the shares of a
     * tenth then and now, none below 0.0001. It is common to call 0.1 noticeable and 0.25 another population. Tenths with one
     * edge, as a flag has them, are one.
     */
    public static double populationStability(double[] before, double[] now) {
        if (before.length == 0 || now.length == 0) {
            return Double.NaN;
        }
        double[] edges = new double[BINS - 1];
        for (int i = 1; i < BINS; i++) {
            edges[i - 1] = Quantiles.at(before, (double) i / BINS);
        }
        double[] own = Arrays.stream(edges).distinct().toArray();
        double index = 0;
        for (int bin = 0; bin <= own.length; bin++) {
            double p = Math.max(LEAST_SHARE, share(before, own, bin));
            double q = Math.max(LEAST_SHARE, share(now, own, bin));
            index += (q - p) * Math.log(q / p);
        }
        return index;
    }

    private static double share(double[] sorted, double[] edges, int bin) {
        int from = bin == 0 ? 0 : atMost(sorted, edges[bin - 1]);
        int to = bin == edges.length ? sorted.length : atMost(sorted, edges[bin]);
        return (double) (to - from) / sorted.length;
    }

    /** How many are not above {@code edge}. */
    private static int atMost(double[] sorted, double edge) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= edge) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The statistic of Kolmogorov and Smirnov: the greatest distance of the two shares of numbers not above a place. */
    public static double kolmogorovSmirnov(double[] before, double[] now) {
        if (before.length == 0 || now.length == 0) {
            return Double.NaN;
        }
        int i = 0;
        int j = 0;
        double greatest = 0;
        while (i < before.length && j < now.length) {
            double place = Math.min(before[i], now[j]);
            while (i < before.length && before[i] <= place) {
                i++;
            }
            while (j < now.length && now[j] <= place) {
                j++;
            }
            greatest = Math.max(greatest, Math.abs((double) i / before.length - (double) j / now.length));
        }
        return greatest;
    }
}
