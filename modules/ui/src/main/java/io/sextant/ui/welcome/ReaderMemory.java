package io.sextant.ui.welcome;

import java.util.Optional;

/** Where notes on the reader are kept, beside the desks. */
public interface ReaderMemory {

    /** Nothing is known, and nobody is to be asked. */
    ReaderMemory NONE = new ReaderMemory() {
        @Override
        public boolean isNewcomer() {
            return false;
        }

        @Override
        public Optional<ReaderNotes> find() {
            return Optional.empty();
        }

        @Override
        public Optional<String> lastServer() {
            return Optional.empty();
        }

        @Override
        public void keep(ReaderNotes notes) {}
    };

    /** Whether to welcome somebody who was never here. */
    boolean isNewcomer();

    Optional<ReaderNotes> find();

    /** The server whose engine was shown last, where nothing else was asked for. */
    Optional<String> lastServer();

    void keep(ReaderNotes notes);
}
