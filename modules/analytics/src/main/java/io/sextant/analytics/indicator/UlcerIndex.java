package io.sextant.analytics.indicator;

/** Ulcer index (Martin 1987): root mean square of how many percent the close is below the highest close of the window. */
record UlcerIndex(RollingExtreme highest, RollingMean mean) implements Smoother {

    static UlcerIndex of(int length) {
        return new UlcerIndex(RollingExtreme.highest(length), new RollingMean(length));
    }

    @Override
    public double next(double value) {
        double fallen = 100 * (value / highest.next(value) - 1);
        return Math.sqrt(mean.next(fallen * fallen));
    }

    @Override
    public UlcerIndex copy() {
        return new UlcerIndex(highest.copy(), mean.copy());
    }
}
