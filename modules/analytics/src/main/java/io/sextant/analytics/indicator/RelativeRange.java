package io.sextant.analytics.indicator;

/** NATR: the average true range in percent of the close. */
final class RelativeRange implements Indicator {

    private final TrueRange range;

    RelativeRange(TrueRange range) {
        this.range = range;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        range.next(time, open, high, low, close, volume, out);
        out[0] = 100 * out[0] / close;
    }

    @Override
    public RelativeRange copy() {
        return new RelativeRange(range.copy());
    }
}
