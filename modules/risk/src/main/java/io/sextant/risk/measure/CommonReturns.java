package io.sextant.risk.measure;

import io.sextant.domain.market.BarSeries;
import java.util.Arrays;
import java.util.List;

/**
 * Simple returns of several instruments between the closes of the bars that all of them have, one column an instrument. A day that
 * one market rests is no day for the others either; what happened over it is in the next return.
 */
public final class CommonReturns {

    private final double[][] columns;
    private final long[] timesNanos;

    private CommonReturns(double[][] columns, long[] timesNanos) {
        this.columns = columns;
        this.timesNanos = timesNanos;
    }

    /** The newest at most {@code limit} returns. */
    public static CommonReturns of(List<BarSeries> series, int limit) {
        long[] times = new long[series.stream().mapToInt(BarSeries::size).min().orElse(0)];
        double[][] closes = commonCloses(series, times);
        int count = closes.length == 0 ? 0 : Math.max(0, closes[0].length - 1);
        int kept = Math.min(count, limit);
        double[][] columns = new double[series.size()][kept];
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < kept; i++) {
                int at = count - kept + i + 1;
                columns[c][i] = closes[c][at] / closes[c][at - 1] - 1;
            }
        }
        return new CommonReturns(
                columns, kept == 0 ? new long[0] : Arrays.copyOfRange(times, count - kept + 1, count + 1));
    }

    /** When the bar of each return opened. */
    public long[] timesNanos() {
        return timesNanos.clone();
    }

    /** The same under names, in the order of the series. */
    public ReturnTable table(List<String> names) {
        return new ReturnTable(names, columns);
    }

    public int days() {
        return columns.length == 0 ? 0 : columns[0].length;
    }

    /** What each day would have made of amounts held at its beginning, in their money. */
    public double[] outcomes(double[] amounts) {
        if (amounts.length != columns.length) {
            throw new IllegalArgumentException(columns.length + " amounts are needed, not " + amounts.length);
        }
        double[] outcomes = new double[days()];
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < outcomes.length; i++) {
                outcomes[i] += amounts[c] * columns[c][i];
            }
        }
        return outcomes;
    }

    private static double[][] commonCloses(List<BarSeries> series, long[] times) {
        int count = series.size();
        int shortest = series.stream().mapToInt(BarSeries::size).min().orElse(0);
        double[][] closes = new double[count][shortest];
        int[] at = new int[count];
        int found = 0;
        while (hasAll(series, at)) {
            long newest = Long.MIN_VALUE;
            for (int c = 0; c < count; c++) {
                newest = Math.max(newest, series.get(c).openTimeNanos()[at[c]]);
            }
            boolean common = true;
            for (int c = 0; c < count; c++) {
                while (at[c] < series.get(c).size() && series.get(c).openTimeNanos()[at[c]] < newest) {
                    at[c]++;
                }
                common &= at[c] < series.get(c).size() && series.get(c).openTimeNanos()[at[c]] == newest;
            }
            if (common) {
                times[found] = newest;
                for (int c = 0; c < count; c++) {
                    closes[c][found] = series.get(c).close()[at[c]];
                    at[c]++;
                }
                found++;
            }
        }
        for (int c = 0; c < count; c++) {
            closes[c] = Arrays.copyOf(closes[c], found);
        }
        return closes;
    }

    private static boolean hasAll(List<BarSeries> series, int[] at) {
        for (int c = 0; c < at.length; c++) {
            if (at[c] >= series.get(c).size()) {
                return false;
            }
        }
        return at.length > 0;
    }
}
