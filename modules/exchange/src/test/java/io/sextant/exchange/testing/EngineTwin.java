package io.sextant.exchange.testing;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import io.sextant.marketdata.bar.BarAggregator;
import io.sextant.marketdata.depth.DepthView;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Pulls a feed as the engine does and keeps what the engine would believe: books, bars and what was said about the feed. */
public final class EngineTwin implements MarketSink {

    private static final int KEPT_BARS = 8;

    private final Feed feed;
    private final DepthView books;
    private final BarAggregator bars;
    private final List<NavigableMap<Long, double[]>> seconds = new ArrayList<>();
    private final List<NavigableMap<Long, double[]>> minutes = new ArrayList<>();
    private final List<String> statuses = new ArrayList<>();
    private final long[] trades;
    private final long[] firstTradeNanos;
    private final long[] newestTradeNanos;
    private long marketNanos;
    private int reportsOfStep;

    public EngineTwin(Feed feed) {
        this.feed = feed;
        int count = feed.instruments().size();
        books = new DepthView(count);
        trades = new long[count];
        firstTradeNanos = new long[count];
        newestTradeNanos = new long[count];
        for (int i = 0; i < count; i++) {
            seconds.add(new TreeMap<>());
            minutes.add(new TreeMap<>());
        }
        bars = new BarAggregator(feed.instruments(), KEPT_BARS, this::onBar);
    }

    /** Takes all that is there, then lets market time go on as a timer of the engine would. */
    public void turn(long wallNanos) {
        long released = feed.marketNanosAt(wallNanos);
        while (feed.nextNanos() != Feed.NOTHING_DUE) {
            begin(feed.nextNanos());
            reportsOfStep = 0;
            feed.step(this);
            if (reportsOfStep == 0) {
                throw new AssertionError("a step that reports nothing cannot be journaled");
            }
        }
        begin(released);
    }

    private void begin(long timeNanos) {
        marketNanos = Math.max(marketNanos, timeNanos);
        bars.onTime(marketNanos - feed.latenessNanos());
    }

    private void onBar(
            int instrument,
            Timeframe timeframe,
            long openNanos,
            double open,
            double high,
            double low,
            double close,
            double volume) {
        if (timeframe == Timeframe.S1 || timeframe == Timeframe.M1) {
            List<NavigableMap<Long, double[]>> kept = timeframe == Timeframe.S1 ? seconds : minutes;
            double[] before = kept.get(instrument).put(openNanos, new double[] {open, high, low, close, volume});
            if (before != null) {
                throw new AssertionError("a bar of " + timeframe + " was completed twice at " + openNanos);
            }
        }
    }

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
        reportsOfStep++;
        if (trades[instrument]++ == 0) {
            firstTradeNanos[instrument] = timeNanos;
        }
        newestTradeNanos[instrument] = timeNanos;
        bars.onTrade(instrument, timeNanos, priceTicks, lots);
    }

    @Override
    public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
        reportsOfStep++;
    }

    @Override
    public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        reportsOfStep++;
        books.onLevel(instrument, side, priceTicks, lots);
    }

    @Override
    public void onHeadline(Headline headline) {
        reportsOfStep++;
    }

    @Override
    public void onStatus(FeedStatus status, String detail) {
        reportsOfStep++;
        statuses.add(status + " " + detail);
        if (status == FeedStatus.DISCONNECTED) {
            for (int i = 0; i < trades.length; i++) {
                books.clear(i);
            }
        }
    }

    public DepthView books() {
        return books;
    }

    /** Complete bars by open time: open, high, low, close, volume. */
    public NavigableMap<Long, double[]> bars(int instrument, Timeframe timeframe) {
        return (timeframe == Timeframe.S1 ? seconds : minutes).get(instrument);
    }

    public List<String> statuses() {
        return statuses;
    }

    public long trades(int instrument) {
        return trades[instrument];
    }

    public long firstTradeNanos(int instrument) {
        return firstTradeNanos[instrument];
    }

    public long newestTradeNanos(int instrument) {
        return newestTradeNanos[instrument];
    }

    public long marketNanos() {
        return marketNanos;
    }
}
