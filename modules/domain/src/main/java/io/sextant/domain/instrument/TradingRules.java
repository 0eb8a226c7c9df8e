package io.sextant.domain.instrument;

import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;

/** The grid on which an instrument trades: the smallest price step, the smallest quantity step and the smallest order. */
public record TradingRules(Price tick, Quantity lot, Quantity minQuantity) {

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
