package io.sextant.domain.request;

import io.sextant.domain.event.Event;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;

/** Something that can be listened to. */
public sealed interface Topic<T> {

    /** Every fact after {@code afterPosition} in the journal, first the past ones, then as they happen. */
    record Events(long afterPosition) implements Topic<Event> {

        /** Only what happens from now on. */
        public static final long FROM_NOW = Long.MAX_VALUE;
    }

    record Desk() implements Topic<DeskState> {}

    record Gate() implements Topic<GateStatus> {}

    record Market(InstrumentId instrument) implements Topic<MarketState> {}

    record Watchlist() implements Topic<WatchlistState> {}

    record Bars(InstrumentId instrument, Timeframe timeframe) implements Topic<LiveBars> {}
}
