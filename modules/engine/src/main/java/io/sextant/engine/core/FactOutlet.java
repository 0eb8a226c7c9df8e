package io.sextant.engine.core;

import io.sextant.domain.event.Event;

/** The core's own end of the fact sink, which changes when a replay goes over into live running. */
final class FactOutlet {

    private final String feedName;
    private FactSink sink = FactSink.DEAF;

    FactOutlet(String feedName) {
        this.feedName = feedName;
    }

    void connect(FactSink newSink) {
        sink = newSink;
    }

    String feedName() {
        return feedName;
    }

    boolean isListening() {
        return sink.isListening();
    }

    long nextPosition() {
        return sink.nextPosition();
    }

    void accept(Event fact) {
        sink.accept(fact);
    }
}
