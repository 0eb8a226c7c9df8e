package io.sextant.analytics.orderflow;

/**
 * Takers press and the price stands: 1 - |move| / (lambda x |signed volume|) over a bucket of equal volume, never below 0, where lambda is what a
 * unit of signed volume moved before (Kyle 1985). The sign of {@link #score} is that of who waits and absorbs: positive when buyers take
 * what is sold.
 */
public final class Absorption {

    /** Buckets before lambda can be trusted. */
    public static final int WARM_UP = 20;

    /** A bucket whose volume is more balanced than this presses nowhere. */
    private static final double PRESSED = 0.3;

    private final double bucketVolume;
    private final double keep;
    private double filled;
    private double signed;
    private double opened = Double.NaN;
    private long buckets;
    private double xx;
    private double xy;
    private double score;

    /** @param memory after how many buckets one weighs 1/e in lambda */
    public Absorption(double bucketVolume, double memory) {
        if (!(bucketVolume > 0) || !(memory > 1)) {
            throw new IllegalArgumentException("buckets have a volume, and a memory is longer than one");
        }
        this.bucketVolume = bucketVolume;
        keep = 1 - 1 / memory;
    }

    /** True when this trade filled a bucket and {@link #score} is of that one. */
    public boolean trade(int sign, double price, double quantity) {
        if (Double.isNaN(opened)) {
            opened = price;
        }
        filled += quantity;
        signed += sign * quantity;
        if (filled < bucketVolume) {
            return false;
        }
        close(price);
        return true;
    }

    private void close(double price) {
        double move = price - opened;
        double expected = lambda() * signed;
        boolean pressed = Math.abs(signed) >= PRESSED * filled;
        score = buckets >= WARM_UP && pressed && Math.abs(expected) > 0
                ? -Math.signum(signed) * Math.max(0, 1 - Math.max(0, move * Math.signum(signed)) / Math.abs(expected))
                : 0;
        xx = keep * xx + signed * signed;
        xy = keep * xy + signed * move;
        buckets++;
        filled = 0;
        signed = 0;
        opened = price;
    }

    /** What a unit of signed volume moved over the buckets before, never negative; NaN before the first. */
    public double lambda() {
        return xx > 0 ? Math.max(0, xy / xx) : Double.NaN;
    }

    /** -1 to 1: 1 when buyers absorbed all that was sold; 0 when nobody pressed or the price moved as it does. */
    public double score() {
        return score;
    }
}
