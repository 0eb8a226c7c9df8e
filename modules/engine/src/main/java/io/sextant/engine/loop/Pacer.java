package io.sextant.engine.loop;

import io.sextant.domain.command.ChangeMarketPace;

/**
 * Turns wall time into market time. A market that cannot keep the pace asked for (a slow machine, a laptop that slept) goes
 * on from where it is instead of racing to catch up.
 */
final class Pacer {

    /** Lag of wall time after which the pacer gives up catching up. */
    static final long MAX_LAG_NANOS = 250_000_000L;

    /** Everything that has a time is due; {@link Long#MAX_VALUE} itself means that nothing is waiting. */
    static final long ALL_DUE = Long.MAX_VALUE - 1;

    private long anchorWallNanos;
    private long anchorMarketNanos;
    private double timesRealTime = 1;
    private boolean paused;

    void anchor(long wallNanos, long marketNanos, double pace, boolean standing) {
        anchorWallNanos = wallNanos;
        anchorMarketNanos = marketNanos;
        timesRealTime = pace;
        paused = standing;
    }

    /** Market time up to which steps are due. */
    long dueNanos(long wallNanos, long marketNanos) {
        if (paused) {
            return marketNanos;
        }
        if (timesRealTime == ChangeMarketPace.UNLIMITED) {
            return ALL_DUE;
        }
        double due = anchorMarketNanos + (wallNanos - anchorWallNanos) * timesRealTime;
        return due >= ALL_DUE ? ALL_DUE : (long) due;
    }

    /** Wall time to wait until {@code marketDueNanos} is due. */
    long waitNanos(long wallNanos, long marketDueNanos) {
        if (paused || marketDueNanos == Long.MAX_VALUE) {
            return Long.MAX_VALUE;
        }
        double wall = anchorWallNanos + (marketDueNanos - anchorMarketNanos) / timesRealTime;
        return Math.max(0, (long) (wall - wallNanos));
    }

    /** Gives up what could not be caught up; the market goes on from {@code marketNanos} now. */
    void forgiveLag(long wallNanos, long marketNanos) {
        if (paused || timesRealTime == ChangeMarketPace.UNLIMITED) {
            return;
        }
        double lagNanos = (dueNanos(wallNanos, marketNanos) - marketNanos) / timesRealTime;
        if (lagNanos > MAX_LAG_NANOS) {
            anchor(wallNanos, marketNanos, timesRealTime, false);
        }
    }
}
