package io.sextant.analytics.indicator;

/** Bull and bear power (Elder 1993): how far high and low reach beyond an exponential mean of the close. */
record ElderRay(ExponentialMean mean) implements Indicator {

    @Override
    public int outputs() {
        return 2;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double middle = mean.next(close);
        out[0] = high - middle;
        out[1] = low - middle;
    }

    @Override
    public ElderRay copy() {
        return new ElderRay(mean.copy());
    }
}
