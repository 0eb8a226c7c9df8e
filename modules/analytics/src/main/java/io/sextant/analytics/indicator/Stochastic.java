package io.sextant.analytics.indicator;

/** Where the close stands between the highest high and the lowest low, 0 to 100 (Lane): %K smoothed, %D its mean; 50 where nothing moved. */
record Stochastic(RollingExtreme highest, RollingExtreme lowest, Smoother smooth, Smoother signal)
        implements Indicator {

    @Override
    public int outputs() {
        return 2;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double top = highest.next(high);
        double bottom = lowest.next(low);
        double place = top == bottom ? 50 : 100 * (close - bottom) / (top - bottom);
        out[0] = smooth.next(place);
        out[1] = signal.next(out[0]);
    }

    @Override
    public Stochastic copy() {
        return new Stochastic(highest.copy(), lowest.copy(), smooth.copy(), signal.copy());
    }
}
