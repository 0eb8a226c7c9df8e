package io.sextant.domain.time;

import java.time.Instant;

/** The machine's clock, made monotonic: it follows the wall clock at start and the steady counter afterwards. */
public final class SystemClock implements Clock {

    private final long offsetNanos;

    public SystemClock() {
        Instant now = Instant.now();
        offsetNanos = Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano())
                - System.nanoTime();
    }

    @Override
    public long nanos() {
        return System.nanoTime() + offsetNanos;
    }
}
