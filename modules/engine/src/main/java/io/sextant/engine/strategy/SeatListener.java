package io.sextant.engine.strategy;

import io.sextant.domain.market.Side;
import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Target;

/** Hears what a strategy wishes and what comes of it. Called on the engine's thread. */
public interface SeatListener {

    default void onWish(long endNanos, Target target) {}

    default void onWish(long endNanos, OrderWish wish) {}

    default void onFill(
            int instrument, Side side, long priceTicks, long lots, long feeUnits, long timeNanos, Reason reason) {}

    /** The gate or the venue let nothing trade. */
    default void onRefused(int instrument, long timeNanos, String sentence) {}

    SeatListener NOBODY = new SeatListener() {};
}
