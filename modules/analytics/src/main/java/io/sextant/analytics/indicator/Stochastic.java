package io.sextant.analytics.indicator;

import io.sextant.domain.market.BarSeries;

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
    public void fill(BarSeries bars, double[][] columns) {
        int count = bars.size();
        highest.each(bars.high(), columns[0], count);
        lowest.each(bars.low(), columns[1], count);
        for (int i = 0; i < count; i++) {
            double top = columns[0][i];
            double bottom = columns[1][i];
            columns[0][i] = top == bottom ? 50 : 100 * (bars.close()[i] - bottom) / (top - bottom);
        }
        smooth.each(columns[0], columns[0], count);
        signal.each(columns[0], columns[1], count);
    }

    @Override
    public Stochastic copy() {
        return new Stochastic(highest.copy(), lowest.copy(), smooth.copy(), signal.copy());
    }
}
