package io.sextant.strategy;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;

/** Something that watches a market and asks for orders. Has no clock and no chance of its own; runs on the engine's thread. */
public interface Strategy {

    String name();

    default void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor, OrderDesk desk) {}

    default void onQuote(
            int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots, OrderDesk desk) {}

    /** Where a strategy places orders; every one goes through the gate like anybody's. */
    interface OrderDesk {

        /** Position in the instrument in lots, with its sign. */
        long positionLots(int instrument);

        /** The order's number, or 0 when the gate refused. */
        long placeLimit(int instrument, Side side, long lots, long limitTicks, BookEntry entry, String reason);

        void cancel(long orderId);
    }
}
