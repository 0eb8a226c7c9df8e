package io.sextant.execution.gate;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;

/** An order that stands at the venue, as the gate sees it. */
record StandingOrder(
        long orderId,
        int instrument,
        Side side,
        OrderState state,
        long lots,
        long filledLots,
        long limitTicks,
        boolean isRestingLimit,
        boolean reduceOnly)
        implements AmendableOrder {

    @Override
    public OrderSource source() {
        return OrderSource.of(OrderOrigin.TICKET);
    }

    @Override
    public boolean isMarket() {
        return false;
    }

    @Override
    public long sentNanos() {
        return 0;
    }

    @Override
    public long doubledArrivalTicks() {
        return 0;
    }

    static StandingOrder of(int instrument, Side side, String quantity, String price) {
        return new StandingOrder(
                7,
                instrument,
                side,
                OrderState.ACCEPTED,
                Desk.lots(instrument, quantity),
                0,
                Desk.ticks(instrument, price),
                true,
                false);
    }

    StandingOrder in(OrderState other) {
        return new StandingOrder(
                orderId, instrument, side, other, lots, filledLots, limitTicks, isRestingLimit, reduceOnly);
    }

    StandingOrder filled(String quantity) {
        long filled = Desk.lots(instrument, quantity);
        return new StandingOrder(
                orderId,
                instrument,
                side,
                OrderState.PARTLY_FILLED,
                lots,
                filled,
                limitTicks,
                isRestingLimit,
                reduceOnly);
    }

    StandingOrder notResting() {
        return new StandingOrder(orderId, instrument, side, state, lots, filledLots, limitTicks, false, reduceOnly);
    }
}
