package io.sextant.analytics.indicator;

/** DPO: the value half a window and one ago less the mean of the window. */
record Detrended(Recent recent, RollingMean mean) implements Smoother {

    static Detrended of(int length) {
        return new Detrended(new Recent(length / 2 + 2), new RollingMean(length));
    }

    @Override
    public double next(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        recent.push(value);
        return recent.back(recent.length() - 1) - mean.next(value);
    }

    @Override
    public Detrended copy() {
        return new Detrended(recent.copy(), mean.copy());
    }
}
