package io.sextant.analytics.indicator;

/** CCI (Lambert 1980): the typical price's distance from its mean, in 0.015 mean absolute deviations of the window; 0 where nothing moved. */
record CommodityChannel(Recent recent, RollingMean mean) implements Indicator {

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double price = (high + low + close) / 3;
        recent.push(price);
        double middle = mean.next(price);
        if (!recent.isFull()) {
            out[0] = Double.NaN;
            return;
        }
        double deviation = 0;
        for (int i = 0; i < recent.length(); i++) {
            deviation += Math.abs(recent.back(i) - middle);
        }
        deviation /= recent.length();
        out[0] = deviation == 0 ? 0 : (price - middle) / (0.015 * deviation);
    }

    @Override
    public CommodityChannel copy() {
        return new CommodityChannel(recent.copy(), mean.copy());
    }
}
