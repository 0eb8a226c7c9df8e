package io.sextant.engine.recovery;

import io.sextant.domain.event.Event;
import io.sextant.engine.core.FactSink;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Holds what a replay produces until the journal's own record of it comes by. */
final class ReplayedFacts implements FactSink {

    private final ArrayDeque<Event> produced = new ArrayDeque<>();
    private long position;

    ReplayedFacts(long position) {
        this.position = position;
    }

    @Override
    public boolean isListening() {
        return true;
    }

    @Override
    public long nextPosition() {
        return position + produced.size() + 1;
    }

    @Override
    public void accept(Event fact) {
        produced.add(fact);
    }

    boolean isEmpty() {
        return produced.isEmpty();
    }

    @Nullable Event poll() {
        return produced.poll();
    }

    /** A record went by that is no fact. */
    void passed(long recordPosition) {
        position = recordPosition;
    }

    /** A fact went by that no replay produces, such as the start of an engine. */
    void passedObservation(long recordPosition) {
        requireNoneWaiting(recordPosition);
        position = recordPosition;
    }

    void match(long recordPosition, Event journaled) {
        Event replayed = produced.poll();
        if (!journaled.equals(replayed)) {
            throw new ReplayDivergedException(recordPosition, journaled, replayed);
        }
        position = recordPosition;
    }

    void requireNoneWaiting(long recordPosition) {
        if (!produced.isEmpty()) {
            throw new ReplayDivergedException(recordPosition, null, produced.peek());
        }
    }
}
