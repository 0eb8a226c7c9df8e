package io.sextant.analytics.indicator;

/** TSI (Blau 1991): 100 times the change, smoothed twice, over its size, smoothed twice; and its signal. */
final class TrueStrength implements Indicator {

    private final Smoother change;
    private final Smoother size;
    private final Smoother signal;
    private double before = Double.NaN;

    TrueStrength(Smoother change, Smoother size, Smoother signal) {
        this.change = change;
        this.size = size;
        this.signal = signal;
    }

    @Override
    public int outputs() {
        return 2;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double step = close - before;
        before = close;
        double smooth = change.next(step);
        double whole = size.next(Math.abs(step));
        out[0] = whole == 0 ? 0 : 100 * smooth / whole;
        out[1] = signal.next(out[0]);
    }

    @Override
    public TrueStrength copy() {
        TrueStrength copy = new TrueStrength(change.copy(), size.copy(), signal.copy());
        copy.before = before;
        return copy;
    }
}
