package io.sextant.exchange.port;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import java.util.List;

/** A venue's public side. Requests wait for their answer and may be made from any thread. */
public interface VenueConnector {

    VenueTraits traits();

    /** The venue's name for an instrument; says nothing about whether the venue has it. */
    String symbolOf(InstrumentId id);

    /** The wanted instruments with their rules, in the wanted order; refused when the venue has one of them not. */
    List<Listing> listings(List<InstrumentId> wanted) throws VenueException;

    /** The venue's clock, UTC. */
    long serverNanos() throws VenueException;

    /** Complete bars that open in {@code [fromNanos, toNanos)}, as many as the venue gives in one answer, oldest first. */
    BarSeries bars(Listing listing, Timeframe timeframe, long fromNanos, long toNanos) throws VenueException;

    /** How far into {@code [fromNanos, toNanos)} one answer of bars can reach: an empty one says nothing of what is later. */
    default long reachNanos(Timeframe timeframe, long fromNanos, long toNanos) {
        return toNanos;
    }

    BookSnapshot book(Listing listing) throws VenueException;

    /** Trades from an id on, ascending, one page; {@code sinceNanos} is the time of the trade before it. */
    List<PublicTrade> tradesFrom(Listing listing, long firstId, long sinceNanos) throws VenueException;

    /** Opens a stream of all listings and returns at once; what becomes of it is told to the listener. */
    VenueStream openStream(List<Listing> listings, StreamListener listener);
}
