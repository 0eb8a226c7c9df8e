package io.sextant.domain.parent;

/** Where a parent stands. */
public enum ParentStage {
    WORKING(false),
    /** Nothing new is sent until somebody lets it go on. */
    PAUSED(false),
    /** Its orders are being taken back. */
    ENDING(false),
    DONE(true),
    CANCELLED(true),
    /** It gave up; its reason says what is still open. */
    FAILED(true);

    private final boolean terminal;

    ParentStage(boolean terminal) {
        this.terminal = terminal;
    }

    public boolean isTerminal() {
        return terminal;
    }
}
