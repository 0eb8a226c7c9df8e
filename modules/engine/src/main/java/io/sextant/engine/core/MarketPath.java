package io.sextant.engine.core;

import io.sextant.domain.market.Side;
import io.sextant.marketdata.MarketSink;
import java.util.function.UnaryOperator;

/** The way of the feed's reports to the market board, and who stands on it. Not thread-safe, as the core is not. */
public final class MarketPath {

    private final MarketBoard market;
    private MarketSink first;

    MarketPath(MarketBoard market) {
        this.market = market;
        first = market;
    }

    /** Puts a recorder between the feed and the core, for feeds that nothing else can reproduce. */
    public void record(MarketSink recorder) {
        first = recorder;
    }

    /**
     * Lets somebody hear the feed before the core does; a recovery does not repeat it to him. {@code standing} first hears every level that waits
     * now, as a feed that told its whole book already tells only what changes.
     */
    public void tap(UnaryOperator<MarketSink> tap, LevelListener standing) {
        market.tellLevels(standing);
        first = tap.apply(first);
    }

    /**
     * Books money that came or went without a trade: a dividend, funding, the fee of a loan of shares. Not journaled, so only for runs over
     * the past, which nothing recovers.
     */
    public void pay(int instrument, long quoteUnits) {
        market.pay(instrument, quoteUnits);
    }

    /** Where the feed reports to. */
    MarketSink first() {
        return first;
    }

    /** Hears a level as {@link MarketSink#onLevel} does. */
    @FunctionalInterface
    public interface LevelListener {

        void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots);
    }
}
