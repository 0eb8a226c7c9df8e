package io.sextant.engine.hosting;

import java.util.Optional;

/** Where shadows are kept over a restart of the desk, one a strategy. */
public interface ShadowShelf {

    /** What was written last and whole; empty where there is nothing, or nothing that can be read. */
    Optional<byte[]> read(String strategy);

    void write(String strategy, byte[] shadow);

    void forget(String strategy);

    /** Shadows end with the process. */
    ShadowShelf NONE = new ShadowShelf() {
        @Override
        public Optional<byte[]> read(String strategy) {
            return Optional.empty();
        }

        @Override
        public void write(String strategy, byte[] shadow) {}

        @Override
        public void forget(String strategy) {}
    };
}
