package io.sextant.analytics.indicator;

/**
 * SuperTrend (Seban): a stop of some average true ranges around the middle of the bar that only moves with the trend, and changes sides when the
 * close passes it. Begins on the side of the first warm close.
 */
final class SuperTrend implements Indicator {

    private final TrueRange range;
    private final double width;
    private final double[] held = new double[1];
    private double upper = Double.NaN;
    private double lower = Double.NaN;
    private boolean falling;
    private double before = Double.NaN;

    SuperTrend(TrueRange range, double width) {
        this.range = range;
        this.width = width;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        range.next(time, open, high, low, close, volume, held);
        double reach = width * held[0];
        double middle = (high + low) / 2;
        double above = middle + reach;
        double below = middle - reach;
        if (Double.isNaN(reach)) {
            out[0] = Double.NaN;
        } else {
            boolean first = Double.isNaN(upper);
            if (first) {
                falling = close <= middle;
            }
            upper = first || above < upper || before > upper ? above : upper;
            lower = first || below > lower || before < lower ? below : lower;
            falling = first ? falling : falling ? close <= upper : close < lower;
            out[0] = falling ? upper : lower;
        }
        before = close;
    }

    @Override
    public SuperTrend copy() {
        SuperTrend copy = new SuperTrend(range.copy(), width);
        copy.upper = upper;
        copy.lower = lower;
        copy.falling = falling;
        copy.before = before;
        return copy;
    }
}
