package io.sextant.exchange.limit;

import java.util.random.RandomGenerator;

/**
 * Longer waits after each failure, with chance in them so that many desks do not return together: half of the wait is fixed,
 * half is drawn (the "equal jitter" of Brooker, Exponential Backoff and Jitter, 2015).
 */
public final class BackOff {

    private static final int MOST_DOUBLINGS = 30;

    private final long firstNanos;
    private final long longestNanos;
    private final RandomGenerator random;
    private int failures;

    public BackOff(long firstNanos, long longestNanos, RandomGenerator random) {
        if (firstNanos < 2 || longestNanos < firstNanos) {
            throw new IllegalArgumentException("waits grow from " + firstNanos + " to " + longestNanos);
        }
        this.firstNanos = firstNanos;
        this.longestNanos = longestNanos;
        this.random = random;
    }

    /** The wait after one more failure. */
    public long nextNanos() {
        int doublings = Math.min(failures, MOST_DOUBLINGS);
        failures++;
        long whole = firstNanos > longestNanos >> doublings ? longestNanos : firstNanos << doublings;
        long half = whole / 2;
        return half + random.nextLong(whole - half + 1);
    }

    public int failures() {
        return failures;
    }

    /** It worked. */
    public void reset() {
        failures = 0;
    }
}
