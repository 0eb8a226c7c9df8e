package io.sextant.benchmarks.engine;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.execution.Venue;
import io.sextant.execution.VenueListener;
import io.sextant.execution.gate.CheckedAmend;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.execution.paper.PaperVenue;
import io.sextant.marketdata.MarketSink;
import org.HdrHistogram.Histogram;

/** The paper venue, with a stopwatch from the tick that made a strategy act to the order's arrival here. */
final class TimedVenue implements Venue, MarketSink {

    private final PaperVenue paper;
    private final TapeFeed feed;
    final Histogram tickToOrderNanos = new Histogram(3);
    long orders;

    TimedVenue(PaperVenue paper, TapeFeed feed) {
        this.paper = paper;
        this.feed = feed;
    }

    @Override
    public String name() {
        return paper.name();
    }

    @Override
    public void connect(VenueListener listener) {
        paper.connect(listener);
    }

    @Override
    public void submit(CheckedOrder order, long nowNanos) {
        orders++;
        if (feed.measuring) {
            tickToOrderNanos.recordValue(System.nanoTime() - feed.stepBegunNanos);
        }
        paper.submit(order, nowNanos);
    }

    @Override
    public void cancel(long orderId, long nowNanos) {
        paper.cancel(orderId, nowNanos);
    }

    @Override
    public void amend(CheckedAmend amend, long nowNanos) {
        paper.amend(amend, nowNanos);
    }

    @Override
    public long nextNanos() {
        return paper.nextNanos();
    }

    @Override
    public void step() {
        paper.step();
    }

    @Override
    public void save(StateWriter out) {
        paper.save(out);
    }

    @Override
    public void load(StateReader in) {
        paper.load(in);
    }

    @Override
    public void close() {
        paper.close();
    }

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
        paper.onTrade(instrument, timeNanos, priceTicks, lots, aggressor);
    }

    @Override
    public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
        paper.onQuote(instrument, timeNanos, bidTicks, bidLots, askTicks, askLots);
    }

    @Override
    public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        paper.onLevel(instrument, timeNanos, side, priceTicks, lots);
    }

    @Override
    public void onHeadline(Headline headline) {
        paper.onHeadline(headline);
    }

    @Override
    public void onStatus(FeedStatus status, String detail) {
        paper.onStatus(status, detail);
    }
}
