package io.sextant.analytics.indicator;

import io.sextant.domain.market.BarSeries;

/** The range of a bar and the gap before it, smoothed; the first bar has no gap to know and does not count. */
final class TrueRange implements Indicator {

    private final Smoother smoother;
    private double before = Double.NaN;

    TrueRange(Smoother smoother) {
        this.smoother = smoother;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        out[0] = smoother.next(Double.isNaN(before) ? Double.NaN : Math.max(high, before) - Math.min(low, before));
        before = close;
    }

    @Override
    public void fill(BarSeries bars, double[][] columns) {
        double[] ranges = columns[0];
        for (int i = 0; i < bars.size(); i++) {
            double top = Math.max(bars.high()[i], before);
            double bottom = Math.min(bars.low()[i], before);
            ranges[i] = Double.isNaN(before) ? Double.NaN : top - bottom;
            before = bars.close()[i];
        }
        smoother.each(ranges, ranges, bars.size());
    }

    @Override
    public TrueRange copy() {
        TrueRange copy = new TrueRange(smoother.copy());
        copy.before = before;
        return copy;
    }
}
