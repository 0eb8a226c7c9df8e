package io.sextant.engine.testing;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** A market that says what a test makes it say, when the test wants it heard. */
public final class ScriptedFeed implements Feed {

    private record Said(long heardNanos, Consumer<MarketSink> report) {}

    private final InstrumentCatalog instruments;
    private final Deque<Said> waiting = new ArrayDeque<>();

    public ScriptedFeed(InstrumentCatalog instruments) {
        this.instruments = instruments;
    }

    /** Times never fall. */
    public void say(long heardNanos, Consumer<MarketSink> report) {
        waiting.addLast(new Said(heardNanos, report));
    }

    @Override
    public String name() {
        return "scripted";
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
        return waiting.isEmpty() ? NOTHING_DUE : waiting.getFirst().heardNanos();
    }

    @Override
    public void step(MarketSink sink) {
        waiting.removeFirst().report().accept(sink);
    }

    @Override
    public void save(StateWriter out) {}

    @Override
    public void load(StateReader in) {}

    @Override
    public void close() {}
}
