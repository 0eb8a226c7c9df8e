package io.sextant.execution.gate;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderState;

/** Tells a gate of orders that went out, as the order state machine would. */
record Sent(
        OrderSource source,
        int instrument,
        Side side,
        OrderState state,
        long lots,
        long limitTicks,
        long sentNanos,
        long doubledArrivalTicks)
        implements AmendableOrder {

    /** So many orders that nothing else resembles. */
    static void orders(RiskGate gate, OrderSource source, int count, long nowNanos) {
        for (int i = 0; i < count; i++) {
            tell(gate, of(source, OrderState.SUBMITTED, 500 + i, nowNanos), OrderState.SUBMITTED, nowNanos);
        }
    }

    static void order(
            RiskGate gate,
            OrderSource source,
            int instrument,
            Side side,
            String quantity,
            String price,
            long nowNanos) {
        Sent order = new Sent(
                source,
                instrument,
                side,
                OrderState.SUBMITTED,
                Desk.lots(instrument, quantity),
                Desk.ticks(instrument, price),
                nowNanos,
                0);
        tell(gate, order, OrderState.SUBMITTED, nowNanos);
    }

    static void cancels(RiskGate gate, OrderSource source, int count, long nowNanos) {
        for (int i = 0; i < count; i++) {
            tell(gate, of(source, OrderState.CANCEL_PENDING, 500 + i, nowNanos), OrderState.ACCEPTED, nowNanos);
        }
    }

    static void rejects(RiskGate gate, int count, long nowNanos) {
        for (int i = 0; i < count; i++) {
            tell(gate, of(Desk.PERSON, OrderState.REJECTED, 500 + i, nowNanos), OrderState.SUBMITTED, nowNanos);
        }
    }

    static void fills(RiskGate gate, OrderSource source, int count, long nowNanos) {
        for (int i = 0; i < count; i++) {
            gate.onFilled(of(source, OrderState.ACCEPTED, 500 + i, nowNanos), 10_000, 1, nowNanos);
        }
    }

    private static Sent of(OrderSource source, OrderState state, long lots, long nowNanos) {
        return new Sent(source, Desk.ACME, Side.BUY, state, lots, 10_000, nowNanos, 0);
    }

    private static void tell(RiskGate gate, Sent order, OrderState from, long nowNanos) {
        gate.onOrderChanged(order, from, nowNanos);
    }

    @Override
    public long orderId() {
        return 1;
    }

    @Override
    public long filledLots() {
        return 0;
    }

    @Override
    public boolean isRestingLimit() {
        return true;
    }

    @Override
    public boolean isMarket() {
        return false;
    }

    @Override
    public boolean reduceOnly() {
        return false;
    }
}
