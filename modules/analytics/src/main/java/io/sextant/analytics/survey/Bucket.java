package io.sextant.analytics.survey;

import io.sextant.analytics.preparation.Quantiles;
import io.sextant.analytics.statistics.LongRunVariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What came after numbers of one part of a feature's range.
 *
 * @param low none of its numbers is below
 * @param high none is above
 * @param count bars in it
 * @param meanReturn logarithmic, over the horizon
 * @param standardError of that mean, with the covariances that {@link InformationCoefficient} takes; NaN where too few bars tell it
 */
public record Bucket(double low, double high, int count, double meanReturn, double standardError) {

    /** As many parts of about as many bars; equal numbers are in one, so a flag has two parts. */
    static List<Bucket> of(double[] column, double[] returns, int horizonBars, int parts) {
        Pairs pairs = Pairs.of(column, returns, 0, returns.length);
        if (pairs.count() == 0) {
            return List.of();
        }
        double[] sorted = pairs.x().clone();
        Arrays.sort(sorted);
        double[] edges = new double[parts];
        for (int i = 0; i < parts; i++) {
            edges[i] = Quantiles.at(sorted, (i + 1.0) / parts);
        }
        List<Bucket> all = new ArrayList<>();
        double above = Double.NEGATIVE_INFINITY;
        for (double edge : edges) {
            if (edge > above) {
                Bucket made = within(pairs, above, edge, InformationCoefficient.lags(pairs.count(), horizonBars));
                if (made.count > 0) {
                    all.add(made);
                }
                above = edge;
            }
        }
        return all;
    }

    private static Bucket within(Pairs pairs, double above, double upTo, int lags) {
        double[] y = pairs.y();
        boolean[] inside = new boolean[y.length];
        int count = 0;
        double sum = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < y.length; i++) {
            double x = pairs.x()[i];
            inside[i] = x > above && x <= upTo;
            if (inside[i]) {
                count++;
                sum += y[i];
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
        }
        double mean = count == 0 ? Double.NaN : sum / count;
        double[] off = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            off[i] = inside[i] ? y[i] - mean : 0;
        }
        double error = count < 2 || y.length < 4 * lags
                ? Double.NaN
                : Math.sqrt(Math.max(0, LongRunVariance.of(off, lags)) * y.length) / count;
        return new Bucket(low, high, count, mean, error);
    }
}
