package io.sextant.domain.order;

/** At most {@code count} within any {@code windowNanos} of market time. */
public record RateLimit(int count, long windowNanos) {

    /** Above this a window would have to remember more than is worth it. */
    public static final int MAX_COUNT = 10_000;

    /** Says nothing: as many as anybody likes. */
    public static final RateLimit UNBOUNDED = new RateLimit(Integer.MAX_VALUE, 0);

    public RateLimit {
        boolean counts = count >= 0 && count <= MAX_COUNT && windowNanos > 0;
        boolean unbounded = count == Integer.MAX_VALUE && windowNanos == 0;
        if (!counts && !unbounded) {
            throw new IllegalArgumentException("a rate counts 0 to " + MAX_COUNT + " within a window above zero, was "
                    + count + " in " + windowNanos + " ns");
        }
    }

    public static RateLimit perSecond(int count) {
        return new RateLimit(count, 1_000_000_000L);
    }

    public static RateLimit perMinute(int count) {
        return new RateLimit(count, 60_000_000_000L);
    }

    public boolean isBounded() {
        return windowNanos > 0;
    }
}
