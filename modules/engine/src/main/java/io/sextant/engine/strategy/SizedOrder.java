package io.sextant.engine.strategy;

import io.sextant.domain.market.Side;

/** Sizes by the price that the order is expected to get, which may itself depend on its size. */
public final class SizedOrder {

    private SizedOrder() {}

    /** Lots to hold, without their sign. A larger order gets no better price, so the size by the price of the larger one can be paid. */
    public static long lots(
            Sizing sizing,
            Grid grid,
            PriceGuess guess,
            int instrument,
            Side side,
            double equity,
            double share,
            long lastTicks) {
        long smallest = guess.ticks(instrument, side, 0, lastTicks);
        long most = sizing.lots(grid, equity, share, grid.price(smallest));
        long largest = guess.ticks(instrument, side, most, lastTicks);
        return largest == smallest ? most : sizing.lots(grid, equity, share, grid.price(largest));
    }
}
