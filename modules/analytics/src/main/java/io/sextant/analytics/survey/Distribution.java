package io.sextant.analytics.survey;

import io.sextant.analytics.preparation.Quantiles;
import java.util.Arrays;
import java.util.List;

/**
 * How often which numbers come.
 *
 * @param missing bars without a number
 * @param skewness of the population; NaN where nothing varies
 * @param low left edge of the first bin
 * @param high right edge of the last one
 * @param counts of bins of one width; the first and the last also hold what is beyond the edges
 */
public record Distribution(
        int count,
        int missing,
        double mean,
        double deviation,
        double skewness,
        double least,
        double most,
        double[] quantiles,
        double low,
        double high,
        int[] counts) {

    /** Which quantiles are told. */
    public static final List<Double> SHARES = List.of(0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99);

    private static final double TAIL = 0.005;

    /** Of the rows that have a number. */
    public static Distribution of(double[] column, int bins) {
        double[] sorted =
                Arrays.stream(column).filter(Double::isFinite).sorted().toArray();
        int count = sorted.length;
        if (count == 0) {
            double none = Double.NaN;
            double[] quantiles = new double[SHARES.size()];
            Arrays.fill(quantiles, none);
            return new Distribution(
                    0, column.length, none, none, none, none, none, quantiles, none, none, new int[bins]);
        }
        double mean = Arrays.stream(sorted).sum() / count;
        double squares = 0;
        double cubes = 0;
        for (double each : sorted) {
            double distance = each - mean;
            squares += distance * distance;
            cubes += distance * distance * distance;
        }
        double variance = squares / count;
        double low = Quantiles.at(sorted, TAIL);
        double high = Quantiles.at(sorted, 1 - TAIL);
        if (!(high > low)) {
            low = sorted[0];
            high = sorted[count - 1];
        }
        if (!(high > low)) {
            double room = Math.max(0.5, Math.abs(low) * 0.5);
            low -= room;
            high += room;
        }
        return new Distribution(
                count,
                column.length - count,
                mean,
                count > 1 ? Math.sqrt(squares / (count - 1)) : Double.NaN,
                variance > 0 ? cubes / count / Math.pow(variance, 1.5) : Double.NaN,
                sorted[0],
                sorted[count - 1],
                SHARES.stream()
                        .mapToDouble(share -> Quantiles.at(sorted, share))
                        .toArray(),
                low,
                high,
                counts(sorted, low, high, bins));
    }

    private static int[] counts(double[] sorted, double low, double high, int bins) {
        int[] counts = new int[bins];
        for (double each : sorted) {
            int bin = (int) Math.floor((each - low) / (high - low) * bins);
            counts[Math.clamp(bin, 0, bins - 1)]++;
        }
        return counts;
    }

    /** Left edge of a bin. */
    public double edge(int bin) {
        return low + (high - low) * bin / counts.length;
    }
}
