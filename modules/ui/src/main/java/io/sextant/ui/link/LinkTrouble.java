package io.sextant.ui.link;

/**
 * Why there is no line.
 *
 * @param detail what a person can go on with: a place, what failed in its own words; empty where the kind says all
 */
public record LinkTrouble(Kind kind, String detail) {

    public static final LinkTrouble NONE = new LinkTrouble(Kind.NONE, "");

    /** Kinds of it, each with a sentence of its own in the window. */
    public enum Kind {
        NONE,
        UNKNOWN_HOST,
        NOBODY_LISTENS,
        NO_ANSWER,
        /** The server's certificate is not signed by the chosen authority, not for this host, or not valid now. */
        NOT_TRUSTED,
        NOT_SECURE,
        NOT_SEXTANT,
        NOT_KNOWN,
        WRONG_PASSWORD,
        TOO_MANY_TRIES,
        TOO_MANY_LINES,
        NO_SECRET,
        CERTIFICATE_FILE,
        NO_SUCH_SERVER,
        NOT_KEPT,
        BROKEN
    }
}
