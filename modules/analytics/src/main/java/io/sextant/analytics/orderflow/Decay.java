package io.sextant.analytics.orderflow;

/** A sum that forgets by the clock: what came a time constant ago counts 1/e. */
final class Decay {

    private final double constantNanos;
    private long atNanos;
    private double sum;

    Decay(long constantNanos) {
        if (constantNanos < 1) {
            throw new IllegalArgumentException("a time constant is positive: " + constantNanos);
        }
        this.constantNanos = constantNanos;
    }

    void add(long nowNanos, double amount) {
        sum = at(nowNanos) + amount;
        atNanos = Math.max(atNanos, nowNanos);
    }

    /** A moment before the newest is taken for the newest: reports may come out of order. */
    double at(long nowNanos) {
        return nowNanos <= atNanos ? sum : sum * Math.exp((atNanos - nowNanos) / constantNanos);
    }
}
