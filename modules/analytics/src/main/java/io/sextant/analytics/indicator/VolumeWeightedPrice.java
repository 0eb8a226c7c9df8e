package io.sextant.analytics.indicator;

/**
 * VWAP since the start of the session: typical prices (high + low + close) / 3 weighted by volume. A session is the span of
 * {@code sessionNanos} of UTC time that a bar opens in; the first bar of the next begins anew.
 */
final class VolumeWeightedPrice implements Indicator {

    private final long sessionNanos;
    private long session = Long.MIN_VALUE;
    private double value;
    private double volume;

    VolumeWeightedPrice(long sessionNanos) {
        this.sessionNanos = sessionNanos;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double traded, double[] out) {
        long current = Math.floorDiv(time, sessionNanos);
        if (current != session) {
            session = current;
            value = 0;
            volume = 0;
        }
        value += (high + low + close) / 3 * traded;
        volume += traded;
        out[0] = volume > 0 ? value / volume : Double.NaN;
    }

    @Override
    public VolumeWeightedPrice copy() {
        VolumeWeightedPrice copy = new VolumeWeightedPrice(sessionNanos);
        copy.session = session;
        copy.value = value;
        copy.volume = volume;
        return copy;
    }
}
