package io.sextant.domain.time;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The time that the machine's own clock shows now, for what is due at a time of the day. It goes on while the machine sleeps and follows when it is set, which
 * {@link SystemClock} does not; so it may also go back, and nothing may be ordered by it.
 */
public final class WallClock implements Clock {

    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final InstantSource wall;

    public WallClock() {
        this(InstantSource.system());
    }

    WallClock(InstantSource wall) {
        this.wall = wall;
    }

    @Override
    public long nanos() {
        Instant now = wall.instant();
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), NANOS_A_SECOND), now.getNano());
    }
}
