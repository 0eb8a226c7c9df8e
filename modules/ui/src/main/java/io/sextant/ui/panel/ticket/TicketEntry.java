package io.sextant.ui.panel.ticket;

import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.Refusal;

/** What the fields of the ticket amount to. */
sealed interface TicketEntry {

    /** A draft that is on the instrument's grid; the gate has yet to say what it thinks. */
    record Ready(OrderDraft draft) implements TicketEntry {}

    /** Something is missing or cannot be read. */
    record Incomplete(Gap gap) implements TicketEntry {}

    /** The instrument's own rules say no already. */
    record Refused(Refusal refusal) implements TicketEntry {}

    /** What is missing. */
    enum Gap {
        NO_INSTRUMENT,
        NO_SIZE,
        SIZE_UNREADABLE,
        SIZE_BELOW_ONE_LOT,
        SIZE_TOO_LARGE,
        NO_PRICE,
        PRICE_UNREADABLE,
        NO_MARKET_PRICE,
        NO_RATE
    }
}
