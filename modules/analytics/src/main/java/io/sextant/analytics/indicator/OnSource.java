package io.sextant.analytics.indicator;

import io.sextant.domain.market.BarSeries;

/** A smoother of one number of each bar. */
record OnSource(Source source, Smoother smoother) implements Indicator {

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        out[0] = smoother.next(source.of(open, high, low, close, volume));
    }

    @Override
    public void fill(BarSeries bars, double[][] columns) {
        smoother.each(source.of(bars), columns[0], bars.size());
    }

    @Override
    public OnSource copy() {
        return new OnSource(source, smoother.copy());
    }
}
