package io.sextant.engine.core;

import io.sextant.domain.event.Event;

/** Takes the facts that the core produces, in order. */
public interface FactSink {

    /** False when nobody wants facts, so that the core need not make them. */
    boolean isListening();

    /** The journal position that the next accepted fact will have. */
    long nextPosition();

    void accept(Event fact);

    /** For runs that only want the final state. */
    FactSink DEAF = new FactSink() {
        @Override
        public boolean isListening() {
            return false;
        }

        @Override
        public long nextPosition() {
            return 0;
        }

        @Override
        public void accept(Event fact) {}
    };
}
