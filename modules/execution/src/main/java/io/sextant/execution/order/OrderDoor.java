package io.sextant.execution.order;

import io.sextant.domain.order.OrderState;
import org.jspecify.annotations.Nullable;

/** The slots, what they could still trade, and the one door through which an order changes its state. */
final class OrderDoor {

    static final String AMENDED = "amended as asked";

    final SlotPool pool;
    final Exposure exposure;
    private final int maxWorking;
    private final OrderListener listener;

    OrderDoor(int instruments, int maxWorking, int remembered, OrderListener listener) {
        this.maxWorking = maxWorking;
        this.listener = listener;
        pool = new SlotPool(maxWorking, remembered);
        exposure = new Exposure(instruments);
    }

    /** A slot for an order that was never here; its caller fills and registers it. */
    OrderSlot take(long orderId) {
        if (pool.workingCount() >= maxWorking) {
            throw new IllegalStateException("the gate let more than " + maxWorking + " orders work");
        }
        if (pool.find(orderId) != null) {
            throw new IllegalStateException("order #" + orderId + " was opened twice");
        }
        return pool.take();
    }

    /** Null, and a word to the listener, for an order that no venue can be speaking of. */
    @Nullable OrderSlot findOrReport(long orderId, long timeNanos) {
        OrderSlot slot = pool.find(orderId);
        if (slot == null) {
            listener.onOddAnswer(orderId, OddAnswer.UNKNOWN_ORDER, timeNanos);
            return null;
        }
        if (slot.state == OrderState.WAITING) {
            listener.onOddAnswer(orderId, OddAnswer.OUT_OF_TURN, timeNanos);
            return null;
        }
        return slot;
    }

    /** Every change of state, with its reason. */
    void state(OrderSlot slot, OrderState next, long nowNanos, String why) {
        OrderState from = slot.state;
        if (from != next && !Transitions.isAllowed(from, next)) {
            throw new IllegalStateException("order #" + slot.orderId + " cannot go from " + from + " to " + next);
        }
        if (next.isTerminal()) {
            exposure.count(slot, -1);
        }
        slot.state = next;
        slot.changedNanos = nowNanos;
        if (next.isTerminal()) {
            pool.retire(slot);
        }
        listener.onOrderChanged(slot, from, why);
    }

    /** Where an order stands follows from what was asked, answered and filled. */
    void settle(OrderSlot slot, long nowNanos, String why) {
        OrderState settled;
        if (slot.remainingLots() == 0) {
            settled = OrderState.FILLED;
        } else if (slot.cancelAsked) {
            settled = OrderState.CANCEL_PENDING;
        } else if (slot.amendAsked) {
            settled = OrderState.AMEND_PENDING;
        } else if (slot.filledLots > 0) {
            settled = OrderState.PARTLY_FILLED;
        } else {
            settled = slot.acknowledged ? OrderState.ACCEPTED : OrderState.SUBMITTED;
        }
        if (settled != slot.state || why.equals(AMENDED)) {
            state(slot, settled, nowNanos, why);
        }
    }
}
