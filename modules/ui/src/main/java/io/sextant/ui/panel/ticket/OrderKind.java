package io.sextant.ui.panel.ticket;

/** Which kind of order the ticket makes. */
enum OrderKind {
    MARKET,
    LIMIT
}
