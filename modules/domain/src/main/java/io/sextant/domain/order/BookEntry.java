package io.sextant.domain.order;

/** What an order may do when it reaches the book. */
public enum BookEntry {
    /** Trades what it can and rests with the rest. */
    REST,
    /** Rests, or is refused where it would trade at once: it never takes, so it never pays the taker's fee. */
    POST_ONLY,
    /** Trades what it can; the rest is cancelled. */
    IMMEDIATE_OR_CANCEL,
    /** Trades whole at once, or not at all. */
    FILL_OR_KILL;

    /** Whether it never stays in the book. */
    public boolean isImmediate() {
        return switch (this) {
            case REST, POST_ONLY -> false;
            case IMMEDIATE_OR_CANCEL, FILL_OR_KILL -> true;
        };
    }
}
