package io.sextant.domain.dataset;

/** Bars that open in {@code [fromNanos, toNanos)} are not to be trusted, and why. */
public record MarkedStretch(long fromNanos, long toNanos, String why) {

    public MarkedStretch {
        if (toNanos <= fromNanos) {
            throw new IllegalArgumentException("a stretch from " + fromNanos + " to " + toNanos + " is none");
        }
    }

    /** Whether the two overlap or meet. */
    public boolean meets(MarkedStretch other) {
        return fromNanos <= other.toNanos && other.fromNanos <= toNanos;
    }
}
