package io.sextant.analytics.indicator;

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
    public TrueRange copy() {
        TrueRange copy = new TrueRange(smoother.copy());
        copy.before = before;
        return copy;
    }
}
