package io.sextant.ui.chart;

import io.sextant.analytics.profile.VolumeProfile;
import io.sextant.domain.market.BarSeries;
import java.util.Arrays;

/**
 * The volume profile of the bars in sight. Up to {@value #BARS_EXACT} bars it is exact; more are taken in blocks of 2, 4, 8,
 * ..., each as if it were one bar, so that its cost does not grow with them.
 */
final class ProfileFrame {

    static final int BARS_EXACT = 4_096;

    private long[] times = new long[0];
    private double[] high = new double[0];
    private double[] low = new double[0];
    private double[] volume = new double[0];
    private final CandleAccumulator sum = new CandleAccumulator();

    VolumeProfile compute(CandleSeries bars, int from, int to, int rows) {
        int shift = 0;
        while ((to - from) >> shift > BARS_EXACT) {
            shift++;
        }
        ensureCapacity(((to - from) >> shift) + 2);
        int count = 0;
        int start = from;
        while (start < to) {
            int end = Math.min(to, ((start >> shift) + 1) << shift);
            sum.clear();
            bars.accumulate(start, end, sum);
            high[count] = sum.high;
            low[count] = sum.low;
            volume[count] = sum.volume;
            count++;
            start = end;
        }
        // A profile reads neither times nor opens nor closes.
        return VolumeProfile.of(new BarSeries(times, low, high, low, low, volume, count), 0, count, rows);
    }

    private void ensureCapacity(int blocks) {
        if (blocks > times.length) {
            times = new long[blocks];
            high = Arrays.copyOf(high, blocks);
            low = Arrays.copyOf(low, blocks);
            volume = Arrays.copyOf(volume, blocks);
        }
    }
}
