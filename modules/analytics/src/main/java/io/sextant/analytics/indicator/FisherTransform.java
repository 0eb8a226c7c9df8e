package io.sextant.analytics.indicator;

/**
 * Fisher transform (Ehlers 2002): where the middle of the bar stands in its range, smoothed and stretched so that turns become peaks; and the
 * value before. Begins when the window is full, as Tulip does.
 */
final class FisherTransform implements Indicator {

    private static final double MOST = 0.999;

    private final RollingExtreme highest;
    private final RollingExtreme lowest;
    private double smooth;
    private double value;

    FisherTransform(int length) {
        this(RollingExtreme.highest(length), RollingExtreme.lowest(length));
    }

    private FisherTransform(RollingExtreme highest, RollingExtreme lowest) {
        this.highest = highest;
        this.lowest = lowest;
    }

    @Override
    public int outputs() {
        return 2;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double middle = (high + low) / 2;
        double top = highest.next(middle);
        double bottom = lowest.next(middle);
        if (Double.isNaN(top)) {
            out[0] = Double.NaN;
            out[1] = Double.NaN;
            return;
        }
        double width = Math.max(top - bottom, 0.001);
        double next = 0.66 * ((middle - bottom) / width - 0.5) + 0.67 * smooth;
        smooth = Math.abs(next) > 0.99 ? Math.copySign(MOST, next) : next;
        out[1] = value;
        value = 0.5 * Math.log((1 + smooth) / (1 - smooth)) + 0.5 * value;
        out[0] = value;
    }

    @Override
    public FisherTransform copy() {
        FisherTransform copy = new FisherTransform(highest.copy(), lowest.copy());
        copy.smooth = smooth;
        copy.value = value;
        return copy;
    }
}
