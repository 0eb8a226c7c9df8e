package io.sextant.remote.server;

import io.sextant.domain.time.Clock;

/** So many in a second, and a burst of more now and then. */
final class Allowance {

    private static final double NANOS_A_SECOND = 1e9;

    private final Clock clock;
    private final int aSecond;
    private final int burst;
    private double left;
    private long lastNanos;

    Allowance(Clock clock, int aSecond, int burst) {
        this.clock = clock;
        this.aSecond = aSecond;
        this.burst = burst;
        left = burst;
        lastNanos = clock.nanos();
    }

    synchronized boolean take() {
        long now = clock.nanos();
        left = Math.min(burst, left + (now - lastNanos) / NANOS_A_SECOND * aSecond);
        lastNanos = now;
        if (left < 1) {
            return false;
        }
        left -= 1;
        return true;
    }
}
