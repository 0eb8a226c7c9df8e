package io.sextant.domain.hosting;

/** What a hosted strategy is doing at the moment. */
public enum HostPhase {
    /** It is not to run. */
    IDLE,
    /** The venue's books are not yet known to agree with ours. */
    WAITING_FOR_BOOKS,
    /** It goes through bars of the past and sends nothing. */
    WARMING_UP,
    /** It hears the market and trades. */
    TRADING,
    CLOSING
}
