package io.sextant.exchange.live;

import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.Clock;
import io.sextant.exchange.port.VenueConnector;

/**
 * The venue's time as seen from here, and how far the engine's market time may go: a little behind the venue's, and not past
 * trades that are missing and may still come. What is polled comes in handfuls, each instrument's at another moment: there
 * everything is told later by a fixed delay, in the order of its time.
 */
final class MarketTime {

    private static final long NOT_HELD = Long.MAX_VALUE;

    private final Clock clock;
    private final long holdBackNanos;
    private final long latenessNanos;
    private volatile long leadNanos;
    private volatile long heldAtNanos = NOT_HELD;
    private volatile long releaseDelayNanos;
    private volatile boolean begun;

    /** Under the session's lock, as all of telling is. */
    private long tellDelayNanos;

    /** Written by the engine's thread only. */
    private volatile long releasedNanos = Long.MIN_VALUE;

    /** Newest time that was put into the queue; under the session's lock. */
    private long toldNanos = Long.MIN_VALUE;

    MarketTime(LiveSettings settings, Clock clock) {
        this.clock = clock;
        holdBackNanos = settings.holdBackNanos();
        latenessNanos = settings.latenessNanos();
    }

    /** Before this, market time stands where a recovery left it. */
    void begin() {
        begun = true;
    }

    /** A question for the venue's clock; the answer is halfway between asking and hearing. */
    RequestDesk.Question<Long> measure(VenueConnector connector) {
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

    /** What the venue's clock shows now. */
    long venueNanos() {
        return clock.nanos() + leadNanos;
    }

    /** From now on things are told so much later; {@code tellWaiting} tells what waited only for the old delay. */
    void delay(long nanos, Runnable tellWaiting) {
        tellDelayNanos = nanos;
        tellWaiting.run();
        // Only now, so that what waited is there before the engine's time goes on.
        releaseDelayNanos = nanos;
    }

    private long toldUntilNanos() {
        return tellDelayNanos == 0 ? heldAtNanos : Math.min(heldAtNanos, venueNanos() - tellDelayNanos);
    }

    /** Stops market time where trades are missing; the greatest time there is lets it go on. */
    void holdAt(long nanos) {
        heldAtNanos = nanos;
    }

    /** Whether a trade of this time has to wait for others. */
    boolean isHeld(long timeNanos) {
        return timeNanos > toldUntilNanos();
    }

    /** The time under which something is told that is no trade: it does not move market time past a hole. */
    long stamp(long timeNanos) {
        long stamped = Math.min(timeNanos, toldUntilNanos());
        toldNanos = Math.max(toldNanos, stamped);
        return stamped;
    }

    /** Called by the engine, which may act at once on what it is given. */
    long release(long wallNanos) {
        if (!begun) {
            return releasedNanos;
        }
        long behind = wallNanos + leadNanos - holdBackNanos - releaseDelayNanos;
        long now = Math.max(releasedNanos, Math.min(behind, heldAtNanos));
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
