package io.sextant.exchange.limit;

/**
 * Keeps us below a venue's limit of weight a minute before it complains: a bucket of a quarter of the limit that fills at half of
 * it a minute, so that no minute, wherever it begins, sees more than three quarters. After a complaint nothing goes out
 * until the venue's own time is over. All who ask one venue share one. Thread-safe.
 */
public final class WeightLimiter {

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long DEFAULT_BAN_NANOS = MINUTE_NANOS;

    private final long bucketNanos;
    private final long nanosAWeight;

    /** When the bucket would be full again if nothing more were taken. */
    private long fullAtNanos;

    private long blockedUntilNanos;

    /** The part of that which the venue itself named. */
    private long namedUntilNanos = Long.MIN_VALUE;

    private long complaints;

    public WeightLimiter(int weightAMinute) {
        if (weightAMinute < 1) {
            throw new IllegalArgumentException("a limit of " + weightAMinute + " lets nothing through");
        }
        nanosAWeight = 2 * MINUTE_NANOS / weightAMinute;
        bucketNanos = MINUTE_NANOS / 2;
    }

    /** Reserves and returns the time at which the request may go out: now or later. A request above the bucket takes it whole. */
    public synchronized long reserve(int weight, long nowNanos) {
        long costNanos = Math.min(weight * nanosAWeight, bucketNanos);
        long at = Math.max(Math.max(nowNanos, fullAtNanos + costNanos - bucketNanos), blockedUntilNanos);
        fullAtNanos = Math.max(fullAtNanos, at) + costNanos;
        return at;
    }

    /**
     * For what must not queue: takes what is left in the bucket, and waits only for a time that the venue named. To ask before that
     * is over makes a ban of it.
     */
    public synchronized long reserveUrgent(int weight, long nowNanos) {
        long emptyAtNanos = Math.max(fullAtNanos, nowNanos + bucketNanos);
        fullAtNanos = Math.min(Math.max(fullAtNanos, nowNanos) + weight * nanosAWeight, emptyAtNanos);
        return Math.max(nowNanos, namedUntilNanos);
    }

    /** How often so much weight may be taken again and again. */
    public long periodNanosOf(int weight) {
        return weight * nanosAWeight;
    }

    /** The venue complained; zero when it did not say for how long. */
    public synchronized void complained(long retryAfterNanos, long nowNanos) {
        complaints++;
        long wait = retryAfterNanos > 0 ? retryAfterNanos : DEFAULT_BAN_NANOS;
        blockedUntilNanos = Math.max(blockedUntilNanos, nowNanos + wait);
        if (retryAfterNanos > 0) {
            namedUntilNanos = Math.max(namedUntilNanos, nowNanos + retryAfterNanos);
        }
    }

    public synchronized long blockedUntilNanos() {
        return blockedUntilNanos;
    }

    public synchronized long complaints() {
        return complaints;
    }
}
