package io.sextant.ui.panel.ticket;

import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.Refusal;
import io.sextant.ui.exits.ExitsEntry;

/** What the fields of the ticket amount to. */
sealed interface TicketEntry {

    /** What is on the instrument's grid; the gate has yet to say what it thinks. */
    record Ready(TicketAct.Send act) implements TicketEntry {

        OrderDraft draft() {
            return act.draft();
        }
    }

    /** The order is whole, but its exits are not. */
    record Unguarded(ExitsEntry.Gap gap) implements TicketEntry {}

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
        NO_RATE,
        END_UNREADABLE,
        TRIGGER_UNREADABLE,
        DISTANCE_UNREADABLE,
        /** Exits cannot guard what only reduces. */
        ENTRY_REDUCES
    }
}
