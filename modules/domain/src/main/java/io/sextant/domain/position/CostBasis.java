package io.sextant.domain.position;

/** Which part of a position a closing fill closes. */
public enum CostBasis {
    /** Every unit costs the same average. */
    AVERAGE,
    /** The oldest units go first. */
    FIRST_IN_FIRST_OUT
}
