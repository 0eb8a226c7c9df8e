package io.sextant.execution.order;

import io.sextant.domain.order.OrderState;

/** Hears of every change. Slots are reused: nothing may be kept of one after the call. */
public interface OrderListener {

    /** The slot is in its new state; a new order comes from SUBMITTED to SUBMITTED. The slot's changed time is the change's. */
    void onOrderChanged(OrderSlot slot, OrderState from, String reason);

    /** Comes before the change of state that the fill leads to; the slot's filled quantity includes it. */
    void onFilled(OrderSlot slot, long tradeId, long priceTicks, long lots, boolean maker, long timeNanos);

    /** The venue said something that does not fit. */
    void onOddAnswer(long orderId, OddAnswer what, long timeNanos);
}
