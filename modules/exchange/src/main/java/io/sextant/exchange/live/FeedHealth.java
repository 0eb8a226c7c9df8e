package io.sextant.exchange.live;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.exchange.sequence.Stretch;
import java.util.List;

/** How a live feed feels, for people and for the report of a run. */
public record FeedHealth(
        String venue,
        Transport transport,
        Phase phase,
        String detail,
        long lastHeardNanos,
        long clockLeadNanos,
        long connections,
        long unreadableMessages,
        long duplicates,
        long refilledStretches,
        long stretchesNotTrusted,
        long complaints,
        List<InstrumentHealth> instruments,
        List<Stretch> newestStretches) {

    public FeedHealth {
        instruments = List.copyOf(instruments);
        newestStretches = List.copyOf(newestStretches);
    }

    /** How prices come in. */
    public enum Transport {
        NONE,
        STREAM,
        POLLING
    }

    /** Where the connection stands. */
    public enum Phase {
        CONNECTING,
        LIVE,
        /** Connected, but silent or late. */
        STALE,
        /** Between two attempts. */
        NOT_REACHABLE,
        CLOSED
    }

    /** One instrument: whether its book is the venue's, after which update, and why not. */
    public record InstrumentHealth(
            InstrumentId instrument, boolean bookTrusted, long bookSequence, String whyNot, boolean tradesWhole) {}
}
