package io.sextant.domain.dataset;

/** When a market is expected to trade. */
public enum SessionChoice {
    /** Whichever of the others the bars' own times fit best. */
    TOLD_BY_BARS,
    ALWAYS,
    US_EQUITIES,
    CME_FUTURES,
    /** Sunday 17:00 to Friday 17:00 in New York, as currencies trade. */
    CURRENCIES
}
