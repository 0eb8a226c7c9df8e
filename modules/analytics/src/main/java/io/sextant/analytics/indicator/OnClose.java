package io.sextant.analytics.indicator;

import io.sextant.domain.market.BarSeries;

/** A smoother of closing prices. */
record OnClose(Smoother smoother) implements Indicator {

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        out[0] = smoother.next(close);
    }

    @Override
    public void fill(BarSeries bars, double[][] columns) {
        smoother.each(bars.close(), columns[0], bars.size());
    }

    @Override
    public OnClose copy() {
        return new OnClose(smoother.copy());
    }
}
