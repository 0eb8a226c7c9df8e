package io.sextant.execution;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.execution.gate.CheckedAmend;
import io.sextant.execution.gate.CheckedOrder;

/**
 * Where orders go. Called on the engine's thread; answers come later, on the same thread, through the {@link VenueListener},
 * while the engine steps the feed or advances the venue. Never answers from inside one of these calls.
 */
public interface Venue extends AutoCloseable {

    String name();

    /** Called once, before anything else. */
    void connect(VenueListener listener);

    void submit(CheckedOrder order, long nowNanos);

    void cancel(long orderId, long nowNanos);

    void amend(CheckedAmend amend, long nowNanos);

    /** Market time of the venue's next own step (an order arriving after its latency), or {@link Long#MAX_VALUE}. */
    long nextNanos();

    /** Takes the venue's next own step. */
    void step();

    /** Writes all that decides the coming answers. */
    void save(StateWriter out);

    /** Continues from what {@link #save} wrote. */
    void load(StateReader in);

    @Override
    void close();
}
