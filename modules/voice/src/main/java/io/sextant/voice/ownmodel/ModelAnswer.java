package io.sextant.voice.ownmodel;

import java.util.List;

/** What came of asking a person's own language model. Nothing follows from any of it but that it is shown. */
public sealed interface ModelAnswer {

    /** Its own words, in which every figure is one of the facts. */
    record Words(String text) implements ModelAnswer {}

    /** It told figures that are none of the facts, so its words are not shown. */
    record Unfounded(List<String> figures) implements ModelAnswer {
        public Unfounded {
            figures = List.copyOf(figures);
        }
    }

    /** No answer. {@code detail} is the status for {@link Trouble#STATUS}, and empty otherwise. */
    record Failed(Trouble trouble, String detail) implements ModelAnswer {}

    /** Why there is none. */
    enum Trouble {
        UNREACHABLE,
        TOO_LATE,
        BROKEN,
        /** The key is missing, wrong, or may not. */
        NOT_ALLOWED,
        STATUS,
        NOT_UNDERSTOOD,
        TOO_LONG,
        /** The key lies in a vault that is locked. */
        VAULT_LOCKED
    }
}
