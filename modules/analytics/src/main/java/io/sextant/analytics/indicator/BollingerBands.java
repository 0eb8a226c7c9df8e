package io.sextant.analytics.indicator;

/** Lower band, mean, upper band: the mean of closes and {@code width} population deviations to either side (Bollinger, 1983). */
record BollingerBands(RollingDeviation window, double width) implements Indicator {

    @Override
    public int outputs() {
        return 3;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        window.next(close);
        double mean = window.mean();
        double reach = width * window.deviation();
        out[0] = mean - reach;
        out[1] = mean;
        out[2] = mean + reach;
    }

    @Override
    public BollingerBands copy() {
        return new BollingerBands(window.copy(), width);
    }
}
