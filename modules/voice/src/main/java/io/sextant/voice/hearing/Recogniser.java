package io.sextant.voice.hearing;

import java.util.List;

/** Hears words in one language. */
public interface Recogniser extends AutoCloseable {

    /** Begins to listen for these phrases, and for anything else as something unknown. */
    Listening listen(List<String> phrases);

    /** Begins to wait for a phrase of words that it {@linkplain #knows knows}. */
    WakeListening waitFor(String phrase);

    /** Whether it knows every word of it. */
    boolean knows(String phrase);

    @Override
    void close();
}
