package io.sextant.analytics.indicator;

/**
 * Chaikin's accumulation and distribution: volume times where the close stands in the bar, -1 at the low to 1 at the high, 0 where the bar has no
 * height; added up from the first bar. With two means, the distance of both (Chaikin's oscillator).
 */
final class AccumulationLine implements Indicator {

    private final boolean alone;
    private final Smoother fast;
    private final Smoother slow;
    private double total;

    private AccumulationLine(boolean alone, Smoother fast, Smoother slow) {
        this.alone = alone;
        this.fast = fast;
        this.slow = slow;
    }

    static AccumulationLine line() {
        return new AccumulationLine(true, new RollingSum(1), new RollingSum(1));
    }

    static AccumulationLine oscillator(int fast, int slow) {
        return new AccumulationLine(false, ExponentialMean.of(fast), ExponentialMean.of(slow));
    }

    /** -1 to 1. */
    static double place(double high, double low, double close) {
        return high > low ? ((close - low) - (high - close)) / (high - low) : 0;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        total += place(high, low, close) * volume;
        out[0] = alone ? total : fast.next(total) - slow.next(total);
    }

    @Override
    public AccumulationLine copy() {
        AccumulationLine copy = new AccumulationLine(alone, fast.copy(), slow.copy());
        copy.total = total;
        return copy;
    }
}
