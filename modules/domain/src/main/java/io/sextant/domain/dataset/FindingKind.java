package io.sextant.domain.dataset;

/** What can be wrong with a dataset, in the order of a report. */
public enum FindingKind {
    /** Rows of a file that cannot be true: no number, no time, high below low. */
    IMPOSSIBLE,
    DUPLICATE,
    GAP,
    /** The same prices bar after bar. */
    STALE,
    /** Far from what lies around it, by Hampel's rule. */
    OUTLIER,
    /** A bid above its ask. */
    CROSSED,
    ZERO_VOLUME,
    /** The hours of trading fit another time zone better. */
    ZONE,
    /** A jump by a whole ratio, as an unadjusted split makes. */
    SPLIT,
    /** Odd in several respects together; a hint, never counted against the score. */
    ANOMALY
}
