package io.sextant.execution.order;

import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.RefusalCode;
import io.sextant.execution.gate.CheckedAmend;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.execution.gate.HeldOrder;
import java.util.function.Consumer;

/** Orders that wait for a price before any venue hears of them. They count as working, but nothing of them can trade yet. */
public final class WaitingRoom {

    private static final String PRICE_CAME = "its price came";

    private final OrderDoor door;
    private final OrderEnds ends;
    private final Triggers triggers;

    WaitingRoom(int instruments, OrderDoor door, OrderEnds ends) {
        this.door = door;
        this.ends = ends;
        triggers = new Triggers(instruments);
    }

    /** Takes in an order that waits for its price. */
    public OrderSlot hold(HeldOrder order, OrderDraft draft, long nowNanos) {
        OrderSlot slot = door.take(order.orderId());
        slot.hold(order, draft, nowNanos);
        slot.lasting(draft, nowNanos);
        ends.add(slot);
        door.pool.register(slot);
        triggers.add(slot);
        door.state(slot, OrderState.WAITING, nowNanos, draft.reason());
        return slot;
    }

    /** The orders whose price this trade is; each then waits for the gate's word on it. */
    public void trade(int instrument, long priceTicks, Consumer<OrderSlot> reached) {
        triggers.trade(instrument, priceTicks, reached);
    }

    /** The gate let a waiting order go: it is on its way to the venue. */
    public void release(OrderSlot slot, CheckedOrder order, long nowNanos) {
        triggers.remove(slot);
        slot.release(order, nowNanos);
        door.state(slot, OrderState.SUBMITTED, nowNanos, PRICE_CAME);
        door.exposure.count(slot, 1);
    }

    /** Its price came, but now is not the moment; told once for each reason. */
    public void stay(OrderSlot slot, RefusalCode code, long nowNanos) {
        if (slot.staysFor != code) {
            slot.staysFor = code;
            door.state(slot, OrderState.WAITING, nowNanos, OrderReasons.STAYS.with(code));
        }
    }

    /** The gate refused a waiting order when its price came. */
    public void refuse(OrderSlot slot, RefusalCode code, long nowNanos) {
        triggers.remove(slot);
        door.state(slot, OrderState.REJECTED, nowNanos, OrderReasons.REFUSED.with(code));
    }

    /** Ends an order that no venue knows. */
    public void end(OrderSlot slot, long nowNanos, String why) {
        triggers.remove(slot);
        door.state(slot, slot.ending ? OrderState.EXPIRED : OrderState.CANCELLED, nowNanos, why);
    }

    /** Gives a waiting order the terms that the gate let pass; its limit, if it has one, moves with the trigger. */
    public void amend(OrderSlot slot, CheckedAmend amend, long nowNanos) {
        slot.retrigger(amend.lots(), amend.limitTicks());
        door.state(slot, OrderState.WAITING, nowNanos, OrderDoor.AMENDED);
    }

    void load() {
        triggers.clear();
        for (OrderSlot slot = door.pool.firstWorking(); slot != null; slot = door.pool.after(slot)) {
            if (slot.state == OrderState.WAITING) {
                triggers.add(slot);
            }
        }
    }
}
