package io.sextant.analytics.indicator;

/**
 * Ichimoku (Hosoda 1969): conversion and base line, and the two edges of the cloud as computed from this bar. They are not drawn ahead and no line
 * is drawn back: an output knows its own bar and those before it.
 */
record Ichimoku(Donchian conversion, Donchian base, Donchian cloud, double[] held) implements Indicator {

    static Ichimoku of(int conversion, int base, int cloud) {
        return new Ichimoku(Donchian.of(conversion), Donchian.of(base), Donchian.of(cloud), new double[3]);
    }

    @Override
    public int outputs() {
        return 4;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        conversion.next(time, open, high, low, close, volume, held);
        out[0] = held[1];
        base.next(time, open, high, low, close, volume, held);
        out[1] = held[1];
        cloud.next(time, open, high, low, close, volume, held);
        out[3] = held[1];
        out[2] = (out[0] + out[1]) / 2;
    }

    @Override
    public Ichimoku copy() {
        return new Ichimoku(conversion.copy(), base.copy(), cloud.copy(), new double[3]);
    }
}
