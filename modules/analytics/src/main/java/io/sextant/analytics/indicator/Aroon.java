package io.sextant.analytics.indicator;

/** Aroon (Chande 1995): how fresh the highest high and the lowest low of the last n + 1 bars are, 100 for this bar; and their difference. */
record Aroon(RollingExtreme highest, RollingExtreme lowest, int length) implements Indicator {

    static Aroon of(int length) {
        return new Aroon(RollingExtreme.highest(length + 1), RollingExtreme.lowest(length + 1), length);
    }

    @Override
    public int outputs() {
        return 3;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double top = highest.next(high);
        double bottom = lowest.next(low);
        boolean warm = !Double.isNaN(top) && !Double.isNaN(bottom);
        out[0] = warm ? 100.0 * (length - highest.age()) / length : Double.NaN;
        out[1] = warm ? 100.0 * (length - lowest.age()) / length : Double.NaN;
        out[2] = out[0] - out[1];
    }

    @Override
    public Aroon copy() {
        return new Aroon(highest.copy(), lowest.copy(), length);
    }
}
