package io.sextant.marketdata.bar;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;

/** Coarser bars from finer ones. The finer timeframe must tile the coarser one, as all do but weeks in months. */
public final class Resampler {

    private Resampler() {}

    /** Periods without a finer bar have no bar. Volumes are summed with compensation (Neumaier 1974), never rounded. */
    public static BarSeries resample(BarSeries finer, Timeframe coarser) {
        return resample(finer, BarLength.of(coarser));
    }

    /** The same for a length that is not stored. */
    public static BarSeries resample(BarSeries finer, BarLength coarser) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        int from = 0;
        while (from < finer.size()) {
            long start = coarser.startOf(finer.openTimeNanos()[from]);
            int to = Math.max(from + 1, finer.indexAtOrAfter(coarser.nextStart(start)));
            addBar(bars, finer, from, to, start);
            from = to;
        }
        return bars.build();
    }

    private static void addBar(BarSeriesBuilder bars, BarSeries finer, int from, int to, long start) {
        double high = finer.high()[from];
        double low = finer.low()[from];
        CompensatedSum volume = new CompensatedSum();
        for (int i = from; i < to; i++) {
            high = Math.max(high, finer.high()[i]);
            low = Math.min(low, finer.low()[i]);
            volume.add(finer.volume()[i]);
        }
        bars.add(start, finer.open()[from], high, low, finer.close()[to - 1], volume.value());
    }
}
