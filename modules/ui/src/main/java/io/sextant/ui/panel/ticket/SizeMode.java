package io.sextant.ui.panel.ticket;

/** What the number in the size field counts. */
enum SizeMode {
    /** Coins, shares or contracts. */
    QUANTITY,
    /** Money of the instrument's quote currency. */
    VALUE,
    /** Percent of what the desk is worth. */
    EQUITY_SHARE
}
