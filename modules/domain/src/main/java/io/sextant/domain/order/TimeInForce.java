package io.sextant.domain.order;

/** How long an order stays. */
public enum TimeInForce {
    /** Until it is filled or cancelled. */
    GOOD_TILL_CANCELLED,
    /** What does not trade at once is cancelled. */
    IMMEDIATE_OR_CANCEL
}
