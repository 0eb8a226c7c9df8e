package io.sextant.remote.server;

import io.sextant.domain.request.EngineClient;

/** What the seats of one engine have in common, so that what all are told is made once. */
final class Broadcast {

    private final FactTexts facts = new FactTexts();
    private final SharedStates states;

    Broadcast(EngineClient engine) {
        states = new SharedStates(engine);
    }

    FactTexts facts() {
        return facts;
    }

    SharedStates states() {
        return states;
    }
}
