package io.sextant.exchange.standin.market;

import java.util.List;

/** One atomic change of a market: what traded, and what the book looks like where it changed. */
public record MarketUpdate(long firstId, long lastId, long timeNanos, List<LevelChange> changes, List<Deal> deals) {

    public MarketUpdate {
        changes = List.copyOf(changes);
        deals = List.copyOf(deals);
    }

    /** What somebody hears who is told of the book only. */
    public MarketUpdate withoutDeals() {
        return new MarketUpdate(firstId, lastId, timeNanos, changes, List.of());
    }
}
