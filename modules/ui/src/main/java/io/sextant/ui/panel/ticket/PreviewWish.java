package io.sextant.ui.panel.ticket;

import io.sextant.domain.order.OrderDraft;

/** An estimate that is wanted; {@code revision} counts the edits, so that an answer to an older one is recognised. */
record PreviewWish(int revision, TicketAct.Send act) {

    OrderDraft draft() {
        return act.draft();
    }
}
