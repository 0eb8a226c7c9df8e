package io.sextant.analytics.indicator;

/** BOP (Livshin 2001): the body over the range, -1 to 1, smoothed; 0 where the bar has no height. */
record BalanceOfPower(Smoother smoother) implements Indicator {

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        out[0] = smoother.next(high > low ? (close - open) / (high - low) : 0);
    }

    @Override
    public BalanceOfPower copy() {
        return new BalanceOfPower(smoother.copy());
    }
}
