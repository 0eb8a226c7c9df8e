package io.sextant.execution.gate;

import io.sextant.domain.market.Side;
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
        boolean isRestingLimit)
        implements AmendableOrder {

    static StandingOrder of(int instrument, Side side, String quantity, String price) {
        return new StandingOrder(
                7,
                instrument,
                side,
                OrderState.ACCEPTED,
                Desk.lots(instrument, quantity),
                0,
                Desk.ticks(instrument, price),
                true);
    }

    StandingOrder in(OrderState other) {
        return new StandingOrder(orderId, instrument, side, other, lots, filledLots, limitTicks, isRestingLimit);
    }

    StandingOrder filled(String quantity) {
        long filled = Desk.lots(instrument, quantity);
        return new StandingOrder(
                orderId, instrument, side, OrderState.PARTLY_FILLED, lots, filled, limitTicks, isRestingLimit);
    }

    StandingOrder notResting() {
        return new StandingOrder(orderId, instrument, side, state, lots, filledLots, limitTicks, false);
    }
}
