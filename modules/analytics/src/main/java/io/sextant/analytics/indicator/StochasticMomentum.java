package io.sextant.analytics.indicator;

/**
 * SMI (Blau 1993): how far the close is from the middle of the range, both smoothed twice: 100 times the distance over half the range; and
 * its signal.
 */
record StochasticMomentum(
        RollingExtreme highest, RollingExtreme lowest, Smoother distance, Smoother range, Smoother signal)
        implements Indicator {

    @Override
    public int outputs() {
        return 2;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double top = highest.next(high);
        double bottom = lowest.next(low);
        double wide = range.next(top - bottom);
        double off = distance.next(close - (top + bottom) / 2);
        out[0] = wide == 0 ? 0 : 100 * off / (wide / 2);
        out[1] = signal.next(out[0]);
    }

    @Override
    public StochasticMomentum copy() {
        return new StochasticMomentum(highest.copy(), lowest.copy(), distance.copy(), range.copy(), signal.copy());
    }
}
