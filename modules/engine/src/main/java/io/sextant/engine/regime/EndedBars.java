package io.sextant.engine.regime;

import io.sextant.domain.market.BarSeries;
import java.util.Arrays;

/** Closes of bars that are over, without those that have none above nought. */
record EndedBars(long[] endsNanos, double[] closes) {

    /** @param forming whether the last bar still moves, and is left out */
    static EndedBars of(BarSeries bars, boolean forming, long lengthNanos) {
        int size = Math.max(0, bars.size() - (forming ? 1 : 0));
        long[] ends = new long[size];
        double[] closes = new double[size];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            double close = bars.close()[i];
            if (Double.isFinite(close) && close > 0) {
                ends[kept] = bars.openTimeNanos()[i] + lengthNanos;
                closes[kept++] = close;
            }
        }
        return new EndedBars(Arrays.copyOf(ends, kept), Arrays.copyOf(closes, kept));
    }

    int size() {
        return closes.length;
    }

    /** How many end after a time. */
    int endedAfter(long nanos) {
        int count = 0;
        for (long end : endsNanos) {
            count += end > nanos ? 1 : 0;
        }
        return count;
    }
}
