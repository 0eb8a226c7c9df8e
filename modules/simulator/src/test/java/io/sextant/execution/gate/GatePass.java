package io.sextant.execution.gate;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.OrderOrigin;

/** Orders as the gate would pass them, for tests of a venue; in this package because only the gate may make them. */
public final class GatePass {

    private GatePass() {}

    public static CheckedOrder resting(long id, int instrument, Side side, long lots, long limitTicks) {
        return new CheckedOrder(
                id, instrument, side, BookEntry.REST, lots, limitTicks, OrderSource.of(OrderOrigin.TICKET), 0);
    }

    public static CheckedOrder immediate(long id, int instrument, Side side, long lots, long limitTicks) {
        return new CheckedOrder(
                id,
                instrument,
                side,
                BookEntry.IMMEDIATE_OR_CANCEL,
                lots,
                limitTicks,
                OrderSource.of(OrderOrigin.TICKET),
                0);
    }

    public static CheckedOrder entering(
            BookEntry entry, long id, int instrument, Side side, long lots, long limitTicks) {
        return new CheckedOrder(id, instrument, side, entry, lots, limitTicks, OrderSource.of(OrderOrigin.TICKET), 0);
    }

    public static CheckedAmend amend(long id, long lots, long limitTicks) {
        return new CheckedAmend(id, lots, limitTicks);
    }
}
