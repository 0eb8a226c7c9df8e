package io.sextant.engine.strategy;

import io.sextant.domain.market.Side;

/** At what an order that should trade at once is expected to trade: it is sized by this price and sent with it as its limit. */
@FunctionalInterface
public interface PriceGuess {

    long ticks(int instrument, Side side, long lots, long lastTicks);

    /** The limit of an order that has to trade, whatever the price becomes on its way. */
    default long ticksAtAnyPrice(int instrument, Side side, long lots, long lastTicks) {
        return ticks(instrument, side, lots, lastTicks);
    }

    /** Where nothing is known of the market's depth: so far beyond the last price. */
    static PriceGuess within(double bps) {
        return (instrument, side, lots, lastTicks) -> {
            double moved = lastTicks * (1 + side.sign() * bps / 1e4);
            return side == Side.SELL ? Math.max(1, (long) Math.floor(moved)) : (long) Math.ceil(moved);
        };
    }
}
