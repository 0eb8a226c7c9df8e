package io.sextant.engine.core;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderState;
import io.sextant.execution.Venue;
import io.sextant.execution.gate.CheckedAmend;
import io.sextant.execution.gate.GateView;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.order.OrderSlot;
import io.sextant.execution.order.WorkingOrders;

/**
 * Keeps orders that may only reduce from doing more than that, all of a side together: when a position shrank elsewhere, they
 * shrink with it or end. What is asked of a venue takes its time, so an order may overshoot by what fills before the venue hears of it; a venue that knows such
 * orders itself does not have this gap.
 */
final class ReduceOnlyKeeper {

    private static final String NOTHING_LEFT = "nothing is left to reduce";
    private static final String LESS_LEFT = "less is left to reduce";

    private final CoreTime time;
    private final WorkingOrders orders;
    private final Ledger ledger;
    private final RiskGate gate;
    private final GateView view;
    private final Venue venue;
    private final CommandDesk desk;
    private final OrderBooking booking;
    private final long[] allowedToBuy;
    private final long[] allowedToSell;
    private long seenVersion;

    ReduceOnlyKeeper(
            int instruments,
            CoreTime time,
            WorkingOrders orders,
            Ledger ledger,
            RiskGate gate,
            GateView view,
            Venue venue,
            CommandDesk desk,
            OrderBooking booking) {
        this.time = time;
        this.orders = orders;
        this.ledger = ledger;
        this.gate = gate;
        this.view = view;
        this.venue = venue;
        this.desk = desk;
        this.booking = booking;
        allowedToBuy = new long[instruments];
        allowedToSell = new long[instruments];
    }

    /** After every step and command; looks only when an order changed. */
    void look() {
        if (booking.version() == seenVersion) {
            return;
        }
        for (int i = 0; i < allowedToBuy.length; i++) {
            allowedToBuy[i] = Math.max(0, -ledger.signedLots(i));
            allowedToSell[i] = Math.max(0, ledger.signedLots(i));
        }
        orders.forEachWorking(this::hold);
        seenVersion = booking.version();
    }

    /** The oldest come first, so what is too much is taken from the newest. One that waits for its price can do no harm yet. */
    private void hold(OrderSlot order) {
        if (!order.reduceOnly() || order.state() == OrderState.WAITING) {
            return;
        }
        long[] allowed = order.side() == Side.BUY ? allowedToBuy : allowedToSell;
        long reducible = allowed[order.instrument()];
        allowed[order.instrument()] = Math.max(0, reducible - order.remainingLots());
        boolean settled = order.state() == OrderState.ACCEPTED || order.state() == OrderState.PARTLY_FILLED;
        if (!settled || order.remainingLots() <= reducible) {
            return;
        }
        if (reducible == 0) {
            desk.cancel(order.orderId(), NOTHING_LEFT);
            return;
        }
        CheckedAmend smaller = gate.checkAmend(order, order.filledLots() + reducible, order.limitTicks(), view);
        if (smaller == null) {
            desk.cancel(order.orderId(), LESS_LEFT);
            return;
        }
        orders.requestAmend(smaller, time.marketNanos, LESS_LEFT);
        venue.amend(smaller, time.marketNanos);
    }
}
