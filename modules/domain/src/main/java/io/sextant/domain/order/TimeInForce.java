package io.sextant.domain.order;

/** How long an order stays. */
public enum TimeInForce {
    /** Until it is filled or cancelled. */
    GOOD_TILL_CANCELLED,
    /** What does not trade at once is cancelled. */
    IMMEDIATE_OR_CANCEL,
    /** All of it trades at once, or nothing does. */
    FILL_OR_KILL,
    /** Until the trading day ends, at midnight UTC. */
    DAY,
    /** Until a moment that the order names. */
    GOOD_TILL_DATE;

    /** Whether an order of this kind never stays in the book. */
    public boolean isImmediate() {
        return switch (this) {
            case IMMEDIATE_OR_CANCEL, FILL_OR_KILL -> true;
            case GOOD_TILL_CANCELLED, DAY, GOOD_TILL_DATE -> false;
        };
    }
}
