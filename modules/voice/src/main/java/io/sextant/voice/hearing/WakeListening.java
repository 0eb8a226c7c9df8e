package io.sextant.voice.hearing;

import java.util.OptionalInt;

/** Listens for one phrase and nothing else. One thread at a time. */
public interface WakeListening extends AutoCloseable {

    /**
     * Takes the first {@code count} of these samples, as {@link Speech} has them.
     *
     * @return once the phrase was said, how many of the newest samples came after it
     */
    OptionalInt hear(short[] samples, int count);

    @Override
    void close();
}
