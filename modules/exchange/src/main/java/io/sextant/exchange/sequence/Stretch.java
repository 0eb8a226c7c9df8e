package io.sextant.exchange.sequence;

import io.sextant.domain.instrument.InstrumentId;

/** A time of an instrument's trades, both ends included, that is not simply what the stream said. */
public record Stretch(InstrumentId instrument, long fromNanos, long toNanos, Kind kind, String why) {

    private static final String AND_MORE = ", and more";

    public enum Kind {
        /** Put together from requests; nothing is missing. */
        REFILLED,
        /** Something is missing or came too late; bars that touch it are not to be trusted. */
        NOT_TRUSTED
    }

    /** Whether it reaches into {@code [startNanos, endNanos)}. */
    public boolean touches(long startNanos, long endNanos) {
        return fromNanos < endNanos && toNanos >= startNanos;
    }

    Stretch joinedWith(Stretch other) {
        return new Stretch(
                instrument,
                Math.min(fromNanos, other.fromNanos),
                Math.max(toNanos, other.toNanos),
                kind,
                why.equals(other.why) || why.endsWith(AND_MORE) ? why : why + AND_MORE);
    }
}
