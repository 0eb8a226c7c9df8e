package io.sextant.analytics.indicator;

/** One smoother of what another gives. */
record Chained(Smoother first, Smoother then) implements Smoother {

    /** TRIMA: the mean of a mean, together as long as {@code length}. */
    static Chained triangular(int length) {
        int half = length / 2;
        return length % 2 == 0
                ? new Chained(new RollingMean(half), new RollingMean(half + 1))
                : new Chained(new RollingMean(half + 1), new RollingMean(half + 1));
    }

    @Override
    public double next(double value) {
        return then.next(first.next(value));
    }

    @Override
    public void each(double[] values, double[] out, int count) {
        first.each(values, out, count);
        then.each(out, out, count);
    }

    @Override
    public Chained copy() {
        return new Chained(first.copy(), then.copy());
    }
}
