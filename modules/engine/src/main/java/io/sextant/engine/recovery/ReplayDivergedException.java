package io.sextant.engine.recovery;

import io.sextant.domain.event.Event;
import org.jspecify.annotations.Nullable;

/** The replay does not tell the story that the journal tells. Nothing may trade on either. */
public final class ReplayDivergedException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private final long position;

    ReplayDivergedException(long position, @Nullable Event journaled, @Nullable Event replayed) {
        super("The journal and its replay part at record " + position + ". Journal: "
                + (journaled == null ? "another record" : journaled) + "; replay: "
                + (replayed == null ? "nothing" : replayed)
                + ". This happens when the program or its data changed. Nothing was altered.");
        this.position = position;
    }

    /** Of the first record that the replay does not tell. */
    public long position() {
        return position;
    }
}
