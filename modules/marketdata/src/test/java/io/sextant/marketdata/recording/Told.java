package io.sextant.marketdata.recording;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.marketdata.MarketSink;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a market says. */
final class Told implements MarketSink {

    final List<String> lines = new ArrayList<>();

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
        lines.add("trade " + instrument + " " + timeNanos + " " + priceTicks + " " + lots + " " + aggressor);
    }

    @Override
    public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
        lines.add("quote " + instrument + " " + timeNanos + " " + bidTicks + " " + bidLots + " " + askTicks + " "
                + askLots);
    }

    @Override
    public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        lines.add("level " + instrument + " " + timeNanos + " " + side + " " + priceTicks + " " + lots);
    }

    @Override
    public void onHeadline(Headline headline) {
        lines.add(headline.toString());
    }

    @Override
    public void onStatus(FeedStatus status, String detail) {
        lines.add("status " + status + " " + detail);
    }
}
