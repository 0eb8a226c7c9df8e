package io.sextant.simulator;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.marketdata.MarketSink;

/** Nobody listens: while the books are filled before the first step. */
enum SilentSink implements MarketSink {
    INSTANCE;

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {}

    @Override
    public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {}

    @Override
    public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {}

    @Override
    public void onHeadline(Headline headline) {}

    @Override
    public void onStatus(FeedStatus status, String detail) {}
}
