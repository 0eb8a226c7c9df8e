package io.sextant.strategy;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;

/** Something that watches a market and asks for orders. Has no clock and no chance of its own; runs on the engine's thread. */
public interface Strategy {

    String name();

    default void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor, OrderDesk desk) {}

    default void onQuote(
            int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots, OrderDesk desk) {}

    /** A part of an order of this strategy traded; what it makes of it, it says at the end of the step. {@code feeUnits} in the quote currency. */
    default void onFill(
            int instrument, long orderId, Side side, long priceTicks, long lots, long feeUnits, long timeNanos) {}

    /** An order of this strategy is over, however it ended. */
    default void onDone(long orderId) {}

    /** Money came in for what is held, or was taken, without a trade: a dividend, funding, what a short pays for borrowed shares. */
    default void onCash(int instrument, long units) {}

    /** All of a step was heard; the moment for orders that follow from fills. */
    default void onStepEnd(long nowNanos, OrderDesk desk) {}

    /** Where a strategy places orders; every one goes through the gate like anybody's. */
    interface OrderDesk {

        /** Position in the instrument in lots, with its sign. */
        long positionLots(int instrument);

        /** The order's number, or 0 when the gate refused. */
        long placeLimit(int instrument, Side side, long lots, long limitTicks, BookEntry entry, String reason);

        void cancel(long orderId);

        /** The sentence in which the gate refused the newest order; only after a refusal. */
        default String whyRefused() {
            return "";
        }
    }
}
