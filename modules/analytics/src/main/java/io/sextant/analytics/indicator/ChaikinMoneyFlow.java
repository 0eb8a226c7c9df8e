package io.sextant.analytics.indicator;

import io.sextant.domain.market.BarSeries;

/** CMF: volume weighted with where the close stands in its bar, over all volume of the window; 0 where nothing traded. */
record ChaikinMoneyFlow(RollingSum flow, RollingSum volumes) implements Indicator {

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double all = volumes.next(volume);
        double weighted = flow.next(AccumulationLine.place(high, low, close) * volume);
        out[0] = all == 0 ? 0 : weighted / all;
    }

    @Override
    public void fill(BarSeries bars, double[][] columns) {
        int count = bars.size();
        double[] weighted = columns[0];
        double[] all = new double[count];
        for (int i = 0; i < count; i++) {
            weighted[i] = AccumulationLine.place(bars.high()[i], bars.low()[i], bars.close()[i]) * bars.volume()[i];
        }
        volumes.each(bars.volume(), all, count);
        flow.each(weighted, weighted, count);
        for (int i = 0; i < count; i++) {
            weighted[i] = all[i] == 0 ? 0 : weighted[i] / all[i];
        }
    }

    @Override
    public ChaikinMoneyFlow copy() {
        return new ChaikinMoneyFlow(flow.copy(), volumes.copy());
    }
}
