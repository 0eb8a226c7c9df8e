package io.sextant.analytics.indicator;

/** What true ranges and their neighbours say over a window. */
final class RangeWindow implements Indicator {

    enum As {
        /** Vortex (Botes and Siepman 2010): VI+ and VI-, the ways from low to high and from high to low over the range. */
        VORTEX,
        /** Choppiness (Dreiss): 100 log10 of the ranges over the span of the window, over log10 of its length; 100 goes nowhere. */
        CHOPPINESS
    }

    private final As as;
    private final int length;
    private final RollingSum ranges;
    private final RollingSum up;
    private final RollingSum down;
    private final RollingExtreme highest;
    private final RollingExtreme lowest;
    private double highBefore = Double.NaN;
    private double lowBefore = Double.NaN;
    private double closeBefore = Double.NaN;

    RangeWindow(As as, int length) {
        this(
                as,
                length,
                new RollingSum(length),
                new RollingSum(length),
                new RollingSum(length),
                RollingExtreme.highest(length),
                RollingExtreme.lowest(length));
    }

    private RangeWindow(
            As as,
            int length,
            RollingSum ranges,
            RollingSum up,
            RollingSum down,
            RollingExtreme highest,
            RollingExtreme lowest) {
        this.as = as;
        this.length = length;
        this.ranges = ranges;
        this.up = up;
        this.down = down;
        this.highest = highest;
        this.lowest = lowest;
    }

    @Override
    public int outputs() {
        return as == As.VORTEX ? 2 : 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        boolean first = Double.isNaN(closeBefore);
        double top = first ? Double.NaN : Math.max(high, closeBefore);
        double bottom = first ? Double.NaN : Math.min(low, closeBefore);
        double all = ranges.next(top - bottom);
        switch (as) {
            case VORTEX -> {
                double rose = up.next(Math.abs(high - lowBefore));
                double fell = down.next(Math.abs(low - highBefore));
                out[0] = all == 0 ? 0 : rose / all;
                out[1] = all == 0 ? 0 : fell / all;
            }
            case CHOPPINESS -> {
                double span = highest.next(top) - lowest.next(bottom);
                out[0] = span == 0 ? 100 : 100 * Math.log(all / span) / Math.log(length);
            }
        }
        highBefore = high;
        lowBefore = low;
        closeBefore = close;
    }

    @Override
    public RangeWindow copy() {
        RangeWindow copy =
                new RangeWindow(as, length, ranges.copy(), up.copy(), down.copy(), highest.copy(), lowest.copy());
        copy.highBefore = highBefore;
        copy.lowBefore = lowBefore;
        copy.closeBefore = closeBefore;
        return copy;
    }
}
