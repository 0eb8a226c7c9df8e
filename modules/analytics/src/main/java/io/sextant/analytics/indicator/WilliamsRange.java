package io.sextant.analytics.indicator;

import io.sextant.domain.market.BarSeries;

/** Williams %R (1973): how far the close is below the highest high, in percent of the range, 0 to -100; -50 where nothing moved. */
record WilliamsRange(RollingExtreme highest, RollingExtreme lowest) implements Indicator {

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double top = highest.next(high);
        double bottom = lowest.next(low);
        out[0] = top == bottom ? -50 : -100 * (top - close) / (top - bottom);
    }

    @Override
    public void fill(BarSeries bars, double[][] columns) {
        int count = bars.size();
        double[] bottoms = new double[count];
        highest.each(bars.high(), columns[0], count);
        lowest.each(bars.low(), bottoms, count);
        for (int i = 0; i < count; i++) {
            double top = columns[0][i];
            columns[0][i] = top == bottoms[i] ? -50 : -100 * (top - bars.close()[i]) / (top - bottoms[i]);
        }
    }

    @Override
    public WilliamsRange copy() {
        return new WilliamsRange(highest.copy(), lowest.copy());
    }
}
