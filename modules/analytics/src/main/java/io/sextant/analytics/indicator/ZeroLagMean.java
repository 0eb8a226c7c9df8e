package io.sextant.analytics.indicator;

/** ZLEMA (Ehlers and Way 2010): the exponential mean of each value moved on by its change over half the length. */
record ZeroLagMean(Change change, ExponentialMean mean) implements Smoother {

    static ZeroLagMean of(int length) {
        return new ZeroLagMean(Change.over(lag(length), Change.As.DIFFERENCE), ExponentialMean.of(length));
    }

    static int lag(int length) {
        return Math.max(1, (length - 1) / 2);
    }

    @Override
    public double next(double value) {
        return mean.next(value + change.next(value));
    }

    @Override
    public ZeroLagMean copy() {
        return new ZeroLagMean(change.copy(), mean.copy());
    }
}
