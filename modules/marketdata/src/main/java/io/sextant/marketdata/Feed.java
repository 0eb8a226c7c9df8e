package io.sextant.marketdata;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;

/**
 * Where prices come from. The engine pulls: it asks when the next step is due and takes it, so that the place of every step
 * in the total order is the engine's decision. A step is atomic and may report several things. Not thread-safe.
 */
public interface Feed extends AutoCloseable {

    /** Nothing is waiting now. For a feed that is over, it stays so for ever. */
    long NOTHING_DUE = Long.MAX_VALUE;

    /** Shown to people: what it is and whether it is simulated, replayed or live. */
    String name();

    InstrumentCatalog instruments();

    /** Whether the same seed or file gives the same steps again. If not, the engine journals each step. */
    boolean isReproducible();

    /** Market time of the next step, {@link #NOTHING_DUE} when none is waiting. */
    long nextNanos();

    /** Takes the next step. Only called when {@link #nextNanos()} named a time. */
    void step(MarketSink sink);

    /**
     * For a live feed, how far market time has come when the clock shows {@code wallNanos}: a timer of the engine runs no
     * earlier, so that reports which are still on their way find their place. Its steps are taken as soon as they are there.
     */
    default long marketNanosAt(long wallNanos) {
        return wallNanos;
    }

    /** How much later than newer ones of other instruments a trade may come; bars stay open for so long. Never changes. */
    default long latenessNanos() {
        return 0;
    }

    /** Writes all that decides the coming steps. */
    void save(StateWriter out);

    /** Continues from what {@link #save} wrote. */
    void load(StateReader in);

    @Override
    void close();
}
