package io.sextant.store.migration;

/** A move that does not begin, or was not proven; the message says why, and what is safe. */
public final class MoveRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    MoveRefused(String sentence) {
        super(sentence);
    }
}
