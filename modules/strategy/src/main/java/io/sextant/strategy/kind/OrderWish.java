package io.sextant.strategy.kind;

import io.sextant.domain.market.Side;

/**
 * An order that a strategy asks for by itself.
 *
 * @param limitPrice no worse than this
 * @param untilNanos when it is cancelled if it still rests, {@link Target#ALWAYS} if never
 */
public record OrderWish(int instrument, Side side, double units, double limitPrice, long untilNanos, Reason reason) {

    public OrderWish {
        if (!(units > 0) || !(limitPrice > 0)) {
            throw new IllegalArgumentException(
                    "an order is of some units at some price, not " + units + " at " + limitPrice);
        }
    }
}
