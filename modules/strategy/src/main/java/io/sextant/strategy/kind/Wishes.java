package io.sextant.strategy.kind;

/** Where a run says what it wants. What it says nothing of stays as it is. */
public interface Wishes {

    /** To hold a share of the equity in an instrument from now on; replaces what was wished of it before. */
    void hold(Target target);

    /** A single order with its own limit; goes through the same gate. */
    void order(OrderWish wish);
}
