package io.sextant.benchmarks.engine;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;

/** Plays a tape, one report a step. As a live feed it calls itself not reproducible, so that every report is journaled. */
final class TapeFeed implements Feed {

    private final Tape tape;
    private final InstrumentCatalog instruments;
    private final boolean live;
    private int next;
    long stepBegunNanos;
    boolean measuring;

    TapeFeed(Tape tape, InstrumentCatalog instruments, boolean live) {
        this.tape = tape;
        this.instruments = instruments;
        this.live = live;
    }

    @Override
    public String name() {
        return "recorded stream";
    }

    @Override
    public InstrumentCatalog instruments() {
        return instruments;
    }

    @Override
    public boolean isReproducible() {
        return !live;
    }

    @Override
    public long nextNanos() {
        return next < tape.size ? tape.times[next] : NOTHING_DUE;
    }

    @Override
    public void step(MarketSink sink) {
        if (measuring) {
            stepBegunNanos = System.nanoTime();
        }
        tape.say(next++, sink);
    }

    @Override
    public void save(StateWriter out) {
        out.putInt(next);
    }

    @Override
    public void load(StateReader in) {
        next = in.getInt();
    }

    @Override
    public void close() {}
}
