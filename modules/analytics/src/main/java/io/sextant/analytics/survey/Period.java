package io.sextant.analytics.survey;

import io.sextant.analytics.preparation.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A feature in one of several periods of as many bars.
 *
 * @param fromRow its first bar
 * @param toRow the bar after its last
 * @param count bars with a number
 * @param stability {@link Drift#populationStability} against all periods before; NaN for the first
 * @param distance {@link Drift#kolmogorovSmirnov} against all periods before; NaN for the first
 */
public record Period(
        int fromRow,
        int toRow,
        int count,
        double mean,
        double deviation,
        double lowTwentieth,
        double median,
        double highTwentieth,
        double stability,
        double distance,
        InformationCoefficient coefficient) {

    /** Of the rows from the first that has a number. */
    static List<Period> of(double[] column, double[] returns, int horizonBars, int periods) {
        int first = 0;
        while (first < column.length && !Double.isFinite(column[first])) {
            first++;
        }
        List<Period> all = new ArrayList<>();
        double[] before = new double[0];
        for (int i = 0; i < periods && first < column.length; i++) {
            int from = first + (int) ((long) (column.length - first) * i / periods);
            int to = first + (int) ((long) (column.length - first) * (i + 1) / periods);
            double[] now = Arrays.stream(column, from, to)
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            all.add(of(from, to, before, now, InformationCoefficient.of(column, returns, horizonBars, from, to)));
            before = merged(before, now);
        }
        return all;
    }

    private static Period of(int from, int to, double[] before, double[] now, InformationCoefficient coefficient) {
        double mean = Arrays.stream(now).average().orElse(Double.NaN);
        double squares = Arrays.stream(now).map(x -> (x - mean) * (x - mean)).sum();
        return new Period(
                from,
                to,
                now.length,
                mean,
                now.length > 1 ? Math.sqrt(squares / (now.length - 1)) : Double.NaN,
                now.length == 0 ? Double.NaN : Quantiles.at(now, 0.05),
                now.length == 0 ? Double.NaN : Quantiles.at(now, 0.5),
                now.length == 0 ? Double.NaN : Quantiles.at(now, 0.95),
                Drift.populationStability(before, now),
                Drift.kolmogorovSmirnov(before, now),
                coefficient);
    }

    private static double[] merged(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        Arrays.sort(both);
        return both;
    }
}
