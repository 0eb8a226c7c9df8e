package io.sextant.marketdata.calendar;

/** What a reader wants to see where a market was open and nothing traded. */
public enum FillPolicy {
    /** Nothing: a gap is a gap. */
    LEAVE_GAPS,
    /** A flat bar at the last close, with no volume. */
    LAST_CLOSE,
    /** A bar of NaN, so that columns stay in step with the clock. */
    NOT_A_NUMBER
}
