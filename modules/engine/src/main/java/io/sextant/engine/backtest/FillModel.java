package io.sextant.engine.backtest;

/** At which prices orders can trade. */
public enum FillModel {
    /** At opens only. */
    NEXT_OPEN,
    /** On the way from the open over both extremes to the close; the extreme that hurts what is held comes first. */
    BAR_PATH,
    /** In a recorded book: what takes, takes what was shown; what rests, waits in the queue of its level. */
    BOOK_QUEUE;

    /** As the command line writes it. */
    public String label() {
        return switch (this) {
            case NEXT_OPEN -> "next-open";
            case BAR_PATH -> "bar-path";
            case BOOK_QUEUE -> "book-queue";
        };
    }
}
