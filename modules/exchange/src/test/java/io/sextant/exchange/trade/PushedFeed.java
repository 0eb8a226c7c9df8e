package io.sextant.exchange.trade;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/** A live feed that says what it is given, once an engine stands. */
final class PushedFeed implements Feed {

    private final InstrumentCatalog instruments;
    private final ArrayDeque<Said> waiting = new ArrayDeque<>();
    private long marketNanos;

    private record Said(long timeNanos, Consumer<MarketSink> what) {}

    PushedFeed(InstrumentCatalog instruments) {
        this.instruments = instruments;
    }

    void connected(long timeNanos) {
        waiting.add(new Said(timeNanos, sink -> sink.onStatus(FeedStatus.CONNECTED, "")));
    }

    void status(int venue, long timeNanos, FeedStatus status) {
        waiting.add(new Said(timeNanos, sink -> sink.onStatus(venue, status, "")));
    }

    void level(int instrument, long timeNanos, Side side, long ticks, long lots) {
        waiting.add(new Said(timeNanos, sink -> sink.onLevel(instrument, timeNanos, side, ticks, lots)));
    }

    void best(int instrument, long timeNanos, long bidTicks, long askTicks) {
        waiting.add(new Said(timeNanos, sink -> sink.onQuote(instrument, timeNanos, bidTicks, 100, askTicks, 100)));
        waiting.add(new Said(timeNanos, sink -> sink.onTrade(instrument, timeNanos, bidTicks, 1, Side.SELL)));
    }

    void quote(long timeNanos, long bidTicks, long askTicks) {
        waiting.add(new Said(timeNanos, sink -> sink.onQuote(0, timeNanos, bidTicks, 100, askTicks, 100)));
        waiting.add(new Said(timeNanos, sink -> sink.onTrade(0, timeNanos, bidTicks, 1, Side.SELL)));
    }

    void reached(long timeNanos) {
        marketNanos = timeNanos;
    }

    @Override
    public String name() {
        return "pushed";
    }

    @Override
    public InstrumentCatalog instruments() {
        return instruments;
    }

    @Override
    public boolean isReproducible() {
        return false;
    }

    @Override
    public long nextNanos() {
        return waiting.isEmpty() ? NOTHING_DUE : waiting.peek().timeNanos();
    }

    @Override
    public void step(MarketSink sink) {
        waiting.poll().what().accept(sink);
    }

    @Override
    public long marketNanosAt(long wallNanos) {
        return marketNanos;
    }

    @Override
    public void save(StateWriter out) {}

    @Override
    public void load(StateReader in) {}

    @Override
    public void close() {}
}
