package io.sextant.domain.event;

/** A feed of market data came, went, or stopped being trustworthy. */
public record FeedChanged(long position, long timeNanos, String feed, FeedStatus status, String detail)
        implements Event {

    public enum FeedStatus {
        CONNECTED,
        /** Connected, but only by asking again and again: everything is told some seconds late. */
        POLLING,
        STALE,
        DISCONNECTED,
        /** A replayed feed came to its end. */
        ENDED
    }
}
