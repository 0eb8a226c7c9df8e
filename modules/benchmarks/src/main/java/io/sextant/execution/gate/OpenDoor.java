package io.sextant.execution.gate;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;

/** Makes orders without asking any rule. */
public final class OpenDoor {

    private OpenDoor() {}

    public static CheckedOrder order(
            long orderId,
            int instrument,
            Side side,
            BookEntry entry,
            long lots,
            long limitTicks,
            OrderSource source,
            long doubledArrivalTicks) {
        return new CheckedOrder(orderId, instrument, side, entry, lots, limitTicks, source, doubledArrivalTicks);
    }
}
