package io.sextant.analytics.orderflow;

/**
 * How unusual the volume of a span of time is: (ln(1 + v) - mean)/deviation, both exponentially weighted over the spans before it. Volumes are
 * nearer to lognormal than to normal (Ajinkya and Jain 1989), hence the logarithm. A score is known when its span ends.
 */
public final class VolumeAnomaly {

    /** Spans before a score can be trusted. */
    public static final int WARM_UP = 30;

    private final long spanNanos;
    private final double keep;
    private long span = Long.MIN_VALUE;
    private double volume;
    private long spans;
    private double mean;
    private double variance;
    private double score = Double.NaN;
    private double scoredVolume;

    /** @param memory after how many spans one weighs 1/e */
    public VolumeAnomaly(long spanNanos, double memory) {
        if (spanNanos < 1 || !(memory > 1)) {
            throw new IllegalArgumentException("a span lasts, and a memory is longer than one span");
        }
        this.spanNanos = spanNanos;
        keep = 1 - 1 / memory;
    }

    /** Adds a trade; true when a span ended before it and {@link #score} is of that span. */
    public boolean trade(long timeNanos, double quantity) {
        boolean ended = time(timeNanos);
        volume += quantity;
        return ended;
    }

    /** Time goes on; true when a span ended. Of several that ended, those without a trade are not scored. */
    public boolean time(long nowNanos) {
        long now = Math.floorDiv(nowNanos, spanNanos);
        if (now <= span) {
            return false;
        }
        boolean first = span == Long.MIN_VALUE;
        span = now;
        if (first) {
            return false;
        }
        close();
        return true;
    }

    private void close() {
        double value = Math.log1p(volume);
        double off = value - mean;
        score = spans >= WARM_UP && variance > 0 ? off / Math.sqrt(variance) : Double.NaN;
        // Plain means at first: the first span would otherwise weigh as much as all of the memory.
        double gain = Math.max(1 - keep, 1.0 / (spans + 1));
        mean += gain * off;
        variance = (1 - gain) * (variance + gain * off * off);
        spans++;
        scoredVolume = volume;
        volume = 0;
    }

    /** Of the span that ended last; NaN during warm-up. */
    public double score() {
        return score;
    }

    /** What traded in the span that ended last. */
    public double scoredVolume() {
        return scoredVolume;
    }
}
