package io.sextant.analytics.indicator;

/** StochRSI (Chande and Kroll 1994): where the strength stands between its own extremes, 0 to 100; smoothed, and its signal. */
record StochasticOfStrength(
        RelativeStrengthOf strength, RollingExtreme highest, RollingExtreme lowest, Smoother smooth, Smoother signal)
        implements Indicator {

    @Override
    public int outputs() {
        return 2;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double value = strength.next(close);
        double top = highest.next(value);
        double bottom = lowest.next(value);
        double place = top == bottom ? 50 : 100 * (value - bottom) / (top - bottom);
        out[0] = smooth.next(place);
        out[1] = signal.next(out[0]);
    }

    @Override
    public StochasticOfStrength copy() {
        return new StochasticOfStrength(strength.copy(), highest.copy(), lowest.copy(), smooth.copy(), signal.copy());
    }
}
