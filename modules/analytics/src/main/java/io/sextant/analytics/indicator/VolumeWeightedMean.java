package io.sextant.analytics.indicator;

/** Mean price of the last bars weighted with their volume; the plain mean while nothing traded. */
record VolumeWeightedMean(Source source, RollingSum turnover, RollingSum volumes, RollingMean plain)
        implements Indicator {

    static VolumeWeightedMean of(Source source, int length) {
        return new VolumeWeightedMean(source, new RollingSum(length), new RollingSum(length), new RollingMean(length));
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double price = source.of(open, high, low, close, volume);
        double value = turnover.next(price * volume);
        double all = volumes.next(volume);
        double mean = plain.next(price);
        out[0] = all > 0 || Double.isNaN(all) ? value / all : mean;
    }

    @Override
    public VolumeWeightedMean copy() {
        return new VolumeWeightedMean(source, turnover.copy(), volumes.copy(), plain.copy());
    }
}
