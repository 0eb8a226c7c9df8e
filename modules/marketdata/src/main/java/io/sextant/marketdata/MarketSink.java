package io.sextant.marketdata;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;

/**
 * Receives a market on the engine's thread. Instruments are catalog indices, prices ticks, quantities lots, times UTC
 * nanoseconds: nothing is allocated for a tick.
 */
public interface MarketSink {

    /** A public trade; {@code aggressor} crossed the spread. An index has no trades: it prints each new value with zero lots. */
    void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor);

    /** The best bid and offer changed. A side with zero lots is empty and its price means nothing. */
    void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots);

    /** {@code lots} now rest at this level in all; zero when it is gone. */
    void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots);

    void onHeadline(Headline headline);

    void onStatus(FeedStatus status, String detail);

    /** The same of one of several feeds that were joined, by its place among them. */
    default void onStatus(int venue, FeedStatus status, String detail) {
        onStatus(status, detail);
    }
}
