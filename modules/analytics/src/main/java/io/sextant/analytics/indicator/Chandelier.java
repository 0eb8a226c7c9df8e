package io.sextant.analytics.indicator;

/** Chandelier exit (Le Beau): average true ranges below the highest high for who is long, above the lowest low for who is short. */
final class Chandelier implements Indicator {

    private final RollingExtreme highest;
    private final RollingExtreme lowest;
    private final TrueRange range;
    private final double width;
    private final double[] held = new double[1];

    Chandelier(RollingExtreme highest, RollingExtreme lowest, TrueRange range, double width) {
        this.highest = highest;
        this.lowest = lowest;
        this.range = range;
        this.width = width;
    }

    @Override
    public int outputs() {
        return 2;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        range.next(time, open, high, low, close, volume, held);
        out[0] = highest.next(high) - width * held[0];
        out[1] = lowest.next(low) + width * held[0];
    }

    @Override
    public Chandelier copy() {
        return new Chandelier(highest.copy(), lowest.copy(), range.copy(), width);
    }
}
