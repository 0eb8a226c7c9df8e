package io.sextant.exchange.live;

import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.Clock;
import io.sextant.exchange.port.VenueConnector;

/**
 * The venue's time as seen from here, and how far the engine's market time may go: a little behind the venue's, and not past
 * trades that are missing and may still come.
 */
final class MarketTime {

    private static final long NOT_HELD = Long.MAX_VALUE;

    private final long holdBackNanos;
    private final long latenessNanos;
    private volatile long leadNanos;
    private volatile long heldAtNanos = NOT_HELD;

    /** Written by the engine's thread only. */
    private volatile long releasedNanos = Long.MIN_VALUE;

    /** Newest time that was put into the queue; under the session's lock. */
    private long toldNanos = Long.MIN_VALUE;

    MarketTime(LiveSettings settings) {
        holdBackNanos = settings.holdBackNanos();
        latenessNanos = settings.latenessNanos();
    }

    /** A question for the venue's clock; the answer is halfway between asking and hearing. */
    RequestDesk.Question<Long> measure(VenueConnector connector, Clock clock) {
        return () -> {
            long asked = clock.nanos();
            long venue = connector.serverNanos();
            return venue - (asked + (clock.nanos() - asked) / 2);
        };
    }

    void measured(long lead) {
        leadNanos = lead;
    }

    /** How far the venue's clock is ahead of ours. */
    long leadNanos() {
        return leadNanos;
    }

    /** What the venue's clock shows when ours shows {@code wallNanos}. */
    long venueNanos(long wallNanos) {
        return wallNanos + leadNanos;
    }

    /** Stops market time where trades are missing; the greatest time there is lets it go on. */
    void holdAt(long nanos) {
        heldAtNanos = nanos;
    }

    /** Whether a trade of this time has to wait for others. */
    boolean isHeld(long timeNanos) {
        return timeNanos > heldAtNanos;
    }

    /** The time under which something is told that is no trade: it does not move market time past a hole. */
    long stamp(long timeNanos) {
        long stamped = Math.min(timeNanos, heldAtNanos);
        toldNanos = Math.max(toldNanos, stamped);
        return stamped;
    }

    /** Called by the engine, which may act at once on what it is given. */
    long release(long wallNanos) {
        long now = Math.max(releasedNanos, Math.min(venueNanos(wallNanos) - holdBackNanos, heldAtNanos));
        releasedNanos = now;
        return now;
    }

    /** How far the engine may have gone. */
    long reachedNanos() {
        return Math.max(releasedNanos, toldNanos);
    }

    /** Whether the shortest bar that a trade of this time belongs to may be over. */
    boolean isTooLate(long timeNanos) {
        long end = Timeframe.S1.nextStart(Timeframe.S1.startOf(timeNanos));
        return end + latenessNanos <= reachedNanos();
    }
}
