package io.sextant.ui.panel.blotter;

import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.request.OrderLife;

/** A line of the order history. */
sealed interface HistoryRow {

    /** An order that passed the gate, and all that became of it. */
    record Lived(OrderLife life) implements HistoryRow {

        @Override
        public OrderDraft terms() {
            return life.order().terms();
        }

        @Override
        public Quantity filled() {
            return life.order().filled();
        }

        @Override
        public long createdNanos() {
            return life.order().createdNanos();
        }

        @Override
        public long changedNanos() {
            return life.order().changedNanos();
        }
    }

    /** A draft that the gate did not let pass: it has no number and nothing was sent. */
    record Refused(OrderRefused event) implements HistoryRow {

        @Override
        public OrderDraft terms() {
            return event.draft();
        }

        @Override
        public Quantity filled() {
            return Quantity.ZERO;
        }

        @Override
        public long createdNanos() {
            return event.timeNanos();
        }

        @Override
        public long changedNanos() {
            return event.timeNanos();
        }
    }

    OrderDraft terms();

    Quantity filled();

    long createdNanos();

    long changedNanos();
}
