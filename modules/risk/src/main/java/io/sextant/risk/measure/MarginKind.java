package io.sextant.risk.measure;

/** The law of one asset's returns in a Monte Carlo simulation. */
public enum MarginKind {
    /** The returns that were, with a straight line between neighbours. */
    EMPIRICAL,
    NORMAL,
    /** Student's t by maximum likelihood. */
    STUDENT
}
