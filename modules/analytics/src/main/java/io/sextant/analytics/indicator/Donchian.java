package io.sextant.analytics.indicator;

import io.sextant.domain.market.BarSeries;

/** Lowest low, middle, highest high of the last bars, the present one among them (Donchian); Skender leaves the present one out. */
record Donchian(RollingExtreme lowest, RollingExtreme highest) implements Indicator {

    static Donchian of(int length) {
        return new Donchian(RollingExtreme.lowest(length), RollingExtreme.highest(length));
    }

    @Override
    public int outputs() {
        return 3;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        out[0] = lowest.next(low);
        out[2] = highest.next(high);
        out[1] = (out[0] + out[2]) / 2;
    }

    @Override
    public void fill(BarSeries bars, double[][] columns) {
        int count = bars.size();
        lowest.each(bars.low(), columns[0], count);
        highest.each(bars.high(), columns[2], count);
        for (int i = 0; i < count; i++) {
            columns[1][i] = (columns[0][i] + columns[2][i]) / 2;
        }
    }

    @Override
    public Donchian copy() {
        return new Donchian(lowest.copy(), highest.copy());
    }
}
