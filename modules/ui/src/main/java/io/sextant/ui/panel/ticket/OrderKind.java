package io.sextant.ui.panel.ticket;

/** Kinds of orders that the ticket can make. */
enum OrderKind {
    LIMIT,
    MARKET,
    /** Waits for a price; with a limit of its own or without. */
    STOP,
    /** A stop that follows the market. */
    TRAILING;

    boolean waits() {
        return switch (this) {
            case LIMIT, MARKET -> false;
            case STOP, TRAILING -> true;
        };
    }
}
