package io.sextant.domain.vault;

/** Whose money a venue's account holds. */
public enum VenueNet {
    /** Play money at the venue's own test exchange. */
    TESTNET,
    /** Real money. */
    LIVE
}
