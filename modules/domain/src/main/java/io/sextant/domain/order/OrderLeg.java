package io.sextant.domain.order;

/** What an order is to its parent. */
public enum OrderLeg {
    /** It has no parent. */
    SINGLE,
    /** Opens the position that a bracket guards. */
    ENTRY,
    /** Takes the profit of a bracket. */
    TARGET,
    /** Bounds the loss of a bracket. */
    STOP,
    /** Closes what is left of a bracket at the market, or a position that is flattened. */
    CLOSING,
    /** A part of what an algorithm trades. */
    CHILD
}
