package io.sextant.engine.core;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.RefusalCode;
import io.sextant.execution.Venue;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.execution.gate.GateView;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.order.OrderSlot;
import io.sextant.execution.order.WorkingOrders;
import java.util.Objects;

/**
 * Sends orders that wait for a price once something trades there, if the gate lets them go. No venue is relied upon for this: they
 * rest while Sextant is off, and a market that jumped meanwhile sets them off at its first trade.
 */
final class WaitingOrders {

    private final CoreTime time;
    private final WorkingOrders orders;
    private final Ledger ledger;
    private final RiskGate gate;
    private final GateView view;
    private final Venue venue;
    private final ParentBook parents;

    WaitingOrders(
            CoreTime time,
            WorkingOrders orders,
            Ledger ledger,
            RiskGate gate,
            GateView view,
            Venue venue,
            ParentBook parents) {
        this.time = time;
        this.orders = orders;
        this.ledger = ledger;
        this.gate = gate;
        this.view = view;
        this.venue = venue;
        this.parents = parents;
    }

    void trade(int instrument, long priceTicks) {
        orders.waiting().trade(instrument, priceTicks, this::priceCame);
    }

    private void priceCame(OrderSlot slot) {
        long most = parents.mostLots(slot);
        if (most > 0 && !parents.holdsBack(slot)) {
            reached(slot, most);
        }
    }

    /** Sends it for no more than {@code mostLots}; keeps it where the gate's no will pass by itself. */
    void reached(OrderSlot slot, long mostLots) {
        CheckedOrder checked = gate.checkReached(
                slot.source(),
                slot.orderId(),
                slot.instrument(),
                slot.side(),
                Math.min(sendableLots(slot), mostLots),
                slot.limitTicksWhenReached(),
                slot.entry(),
                slot.reduceOnly(),
                view);
        if (checked == null) {
            RefusalCode code = Objects.requireNonNull(gate.lastRefusalCode());
            if (passesBy(code)) {
                orders.waiting().stay(slot, code, time.marketNanos);
            } else {
                orders.waiting().refuse(slot, code, time.marketNanos);
            }
            return;
        }
        orders.waiting().release(slot, checked, time.marketNanos);
        venue.submit(checked, time.marketNanos);
    }

    /**
     * Whether the reason is about the moment and not about the order. A stop is what stands between a person and a loss: it must
     * not be gone for good because a connection was lost as its price came. It goes with the next trade there that the gate lets
     * pass.
     */
    private static boolean passesBy(RefusalCode code) {
        return switch (code) {
            case VENUE_DISCONNECTED,
                    VENUE_NOT_RECONCILED,
                    FEED_GONE,
                    NO_REFERENCE_PRICE,
                    STALE_PRICE,
                    CLOCK_SKEW,
                    EMPTY_BOOK -> true;
            default -> false;
        };
    }

    /** One that may only reduce takes what is left to reduce now. */
    private long sendableLots(OrderSlot slot) {
        if (!slot.reduceOnly()) {
            return slot.lots();
        }
        long position = ledger.signedLots(slot.instrument());
        long working = view.workingLots(slot.instrument(), slot.side());
        long reducible = Math.max(0, (slot.side() == Side.SELL ? position : -position) - working);
        return Math.min(slot.lots(), Math.max(1, reducible));
    }
}
