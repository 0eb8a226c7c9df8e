package io.sextant.analytics.indicator;

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
    public ChaikinMoneyFlow copy() {
        return new ChaikinMoneyFlow(flow.copy(), volumes.copy());
    }
}
