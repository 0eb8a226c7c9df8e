package io.sextant.benchmarks.simulator;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.marketdata.MarketSink;

/** Counts what a feed says and does nothing else with it. */
final class CountedMessages implements MarketSink {

    private long trades;
    private long quotes;
    private long levels;
    private long others;

    long trades() {
        return trades;
    }

    long all() {
        return trades + quotes + levels + others;
    }

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
        trades++;
    }

    @Override
    public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
        quotes++;
    }

    @Override
    public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        levels++;
    }

    @Override
    public void onHeadline(Headline headline) {
        others++;
    }

    @Override
    public void onStatus(FeedStatus status, String detail) {
        others++;
    }
}
