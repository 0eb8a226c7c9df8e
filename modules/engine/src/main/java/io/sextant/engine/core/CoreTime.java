package io.sextant.engine.core;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;

/** Where the core stands: how many steps it took, and the market time of the newest input. */
final class CoreTime {

    private static final long DAY_NANOS = 86_400_000_000_000L;

    long sequence;
    long marketNanos;

    CoreTime(long startNanos) {
        marketNanos = startNanos;
    }

    /** Market time never goes back; an input that is late is handled at the newest time. */
    void moveTo(long timeNanos) {
        marketNanos = Math.max(marketNanos, timeNanos);
    }

    long dayNanos() {
        return Math.floorDiv(marketNanos, DAY_NANOS) * DAY_NANOS;
    }

    void save(StateWriter out) {
        out.putLong(sequence);
        out.putLong(marketNanos);
    }

    void load(StateReader in) {
        sequence = in.getLong();
        marketNanos = in.getLong();
    }
}
