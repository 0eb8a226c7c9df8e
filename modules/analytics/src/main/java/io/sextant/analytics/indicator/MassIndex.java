package io.sextant.analytics.indicator;

/** Mass index (Dorsey 1992): the sum of ratios of the smoothed range to the range smoothed twice. */
record MassIndex(ExponentialMean once, ExponentialMean twice, RollingSum sum) implements Indicator {

    static MassIndex of(int smooth, int length) {
        return new MassIndex(ExponentialMean.of(smooth), ExponentialMean.of(smooth), new RollingSum(length));
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double first = once.next(high - low);
        double second = twice.next(first);
        out[0] = sum.next(second == 0 ? 1 : first / second);
    }

    @Override
    public MassIndex copy() {
        return new MassIndex(once.copy(), twice.copy(), sum.copy());
    }
}
