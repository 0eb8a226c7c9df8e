package io.sextant.domain.market;

/** Where orders go. Always named on the screen. */
public enum TradingMode {
    /** Orders rest in the book of simulated agents. */
    SIMULATED,
    /** A live or replayed feed; fills by a queue-position model. */
    PAPER,
    /** A real venue. */
    LIVE
}
