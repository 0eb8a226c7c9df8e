package io.sextant.engine.core;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The parts of a session whose state decides what happens next, written and read in the same order. */
final class CoreParts {

    private record Part(Consumer<StateWriter> saved, Consumer<StateReader> loaded) {}

    private final List<Part> parts = new ArrayList<>();

    CoreParts add(Consumer<StateWriter> saved, Consumer<StateReader> loaded) {
        parts.add(new Part(saved, loaded));
        return this;
    }

    void save(StateWriter out) {
        parts.forEach(part -> part.saved().accept(out));
    }

    void load(StateReader in) {
        parts.forEach(part -> part.loaded().accept(in));
    }
}
