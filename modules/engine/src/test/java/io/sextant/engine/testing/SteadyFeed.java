package io.sextant.engine.testing;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;

/** One small trade of the first instrument every fifteen seconds, until an end: many bars for little work. */
final class SteadyFeed implements Feed {

    private static final long STEP_NANOS = 15_000_000_000L;
    private static final long MIDDLE_TICKS = 10_000;

    private final InstrumentCatalog instruments;
    private final long startNanos;
    private final long endNanos;
    private long nextNanos;

    SteadyFeed(InstrumentCatalog instruments, long startNanos, long endNanos) {
        this.instruments = instruments;
        this.startNanos = startNanos;
        this.endNanos = endNanos;
        nextNanos = startNanos;
    }

    @Override
    public String name() {
        return "steady";
    }

    @Override
    public InstrumentCatalog instruments() {
        return instruments;
    }

    @Override
    public boolean isReproducible() {
        return true;
    }

    @Override
    public long nextNanos() {
        return nextNanos < endNanos ? nextNanos : NOTHING_DUE;
    }

    @Override
    public void step(MarketSink sink) {
        long number = (nextNanos - startNanos) / STEP_NANOS;
        sink.onTrade(0, nextNanos, MIDDLE_TICKS + number % 7, 1, number % 2 == 0 ? Side.BUY : Side.SELL);
        nextNanos += STEP_NANOS;
    }

    @Override
    public void save(StateWriter out) {
        out.putLong(nextNanos);
    }

    @Override
    public void load(StateReader in) {
        nextNanos = in.getLong();
    }

    @Override
    public void close() {}
}
