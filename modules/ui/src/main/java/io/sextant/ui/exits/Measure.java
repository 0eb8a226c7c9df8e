package io.sextant.ui.exits;

/** In what a place away from the entry is given. */
public enum Measure {
    PRICE,
    /** Money away from the entry. */
    DISTANCE,
    /** Percent of the entry's price away from it. */
    PERCENT
}
