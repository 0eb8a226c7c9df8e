package io.sextant.exchange.live;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.request.MarketState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What an engine knows of a market when it comes back: how far its market time went, and when each instrument's newest trade
 * was. Market time may have gone on without trades, because the venue was not to be reached, so that the two can be far apart.
 */
public record KnownPast(long untilNanos, Map<InstrumentId, Long> newestTradeNanos) {

    public KnownPast {
        newestTradeNanos = Map.copyOf(newestTradeNanos);
    }

    public static KnownPast of(long untilNanos, Collection<MarketState> markets) {
        Map<InstrumentId, Long> newest = new HashMap<>();
        for (MarketState market : markets) {
            if (!market.tape().isEmpty()) {
                newest.put(market.instrument(), market.tape().getFirst().timeNanos());
            }
        }
        return new KnownPast(untilNanos, newest);
    }

    /** From when on trades of the instrument may have been missed. */
    long unsureFromNanos(InstrumentId instrument, long marginNanos) {
        long sure = untilNanos - marginNanos;
        return Math.min(sure, newestTradeNanos.getOrDefault(instrument, sure));
    }
}
