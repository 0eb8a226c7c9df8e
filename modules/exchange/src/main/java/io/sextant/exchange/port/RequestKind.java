package io.sextant.exchange.port;

/** What a venue can be asked; each costs its own weight. */
public enum RequestKind {
    LISTINGS,
    TIME,
    BARS,
    BOOK,
    TRADES
}
