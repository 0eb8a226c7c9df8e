package io.sextant.voice.hearing;

import java.util.List;

/** Hears words in one language. */
public interface Recogniser extends AutoCloseable {

    /** Begins to listen for these phrases, and for anything else as something unknown. */
    Listening listen(List<String> phrases);

    @Override
    void close();
}
