package io.sextant.analytics.indicator;

/** The distance of two means, in units of the price or in percent of the slower one (PPO). */
record PercentOscillator(Source source, Smoother fast, Smoother slow, boolean percent) implements Indicator {

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double value = source.of(open, high, low, close, volume);
        double slowly = slow.next(value);
        double distance = fast.next(value) - slowly;
        out[0] = percent ? 100 * distance / slowly : distance;
    }

    @Override
    public PercentOscillator copy() {
        return new PercentOscillator(source, fast.copy(), slow.copy(), percent);
    }
}
