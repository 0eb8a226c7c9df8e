package io.sextant.engine.told;

import java.util.List;

/** Keeps what was told over a restart. */
public interface ToldLog {

    /**
     * What was told at the end of one bar.
     *
     * @param text in one line; empty where nothing was told
     */
    record Line(long endNanos, String text) {}

    /** In the order in which it was told. */
    List<Line> read();

    void append(Line line);

    /** Forgets with the process. */
    ToldLog NONE = new ToldLog() {
        @Override
        public List<Line> read() {
            return List.of();
        }

        @Override
        public void append(Line line) {}
    };
}
