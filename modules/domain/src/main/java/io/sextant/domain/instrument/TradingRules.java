package io.sextant.domain.instrument;

import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;

/**
 * The grid on which an instrument trades: the smallest price step, the smallest quantity step and the smallest order.
 *
 * @param minValue what an order has to be worth at least, in the quote currency; zero where the venue asks for nothing
 */
public record TradingRules(Price tick, Quantity lot, Quantity minQuantity, Quantity minValue) {

    public TradingRules(Price tick, Quantity lot, Quantity minQuantity) {
        this(tick, lot, minQuantity, Quantity.ZERO);
    }

    public TradingRules {
        if (!tick.isPositive()) {
            throw new IllegalArgumentException("tick must be positive, was " + tick);
        }
        if (lot.isZero()) {
            throw new IllegalArgumentException("lot must be positive");
        }
        if (minQuantity.compareTo(lot) < 0) {
            throw new IllegalArgumentException("the smallest order " + minQuantity + " is below one lot of " + lot);
        }
        if (!minQuantity.isMultipleOf(lot)) {
            throw new IllegalArgumentException(
                    "the smallest order " + minQuantity + " is no whole number of lots of " + lot);
        }
    }

    public static TradingRules of(String tick, String lot) {
        return new TradingRules(Price.parse(tick), Quantity.parse(lot), Quantity.parse(lot));
    }
}
