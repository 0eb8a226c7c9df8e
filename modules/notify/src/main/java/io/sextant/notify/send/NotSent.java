package io.sextant.notify.send;

import java.io.IOException;
import java.util.OptionalLong;

/** A message did not arrive, or nobody knows. The sentence holds nothing secret. */
public final class NotSent extends IOException {

    private static final long serialVersionUID = 1;

    /** What follows from it. */
    public enum Fate {
        /** It surely did not arrive, and may be tried again. */
        LATER,
        /** It surely did not arrive, and never will like this. */
        NEVER,
        /** The answer was lost after the message was handed over: it may have arrived. */
        UNKNOWN
    }

    private final Fate fate;
    private final long retrySeconds;

    public NotSent(Fate fate, String sentence) {
        this(fate, sentence, -1);
    }

    NotSent(Fate fate, String sentence, long retrySeconds) {
        super(sentence);
        this.fate = fate;
        this.retrySeconds = retrySeconds;
    }

    public Fate fate() {
        return fate;
    }

    /** How long the other side wants to be left alone, where it said so. */
    public OptionalLong retrySeconds() {
        return retrySeconds < 0 ? OptionalLong.empty() : OptionalLong.of(retrySeconds);
    }
}
