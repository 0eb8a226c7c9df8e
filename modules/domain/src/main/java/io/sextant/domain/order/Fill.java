package io.sextant.domain.order;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;

/**
 * One execution of one of our orders. {@code tradeId} is the venue's and makes a repeated report recognisable. The fee is in
 * the quote currency, or in the base currency where the venue takes it from what was bought; negative is a rebate.
 */
public record Fill(
        long tradeId,
        OrderId order,
        InstrumentId instrument,
        Side side,
        Price price,
        Quantity quantity,
        Money notional,
        Money fee,
        boolean maker,
        long timeNanos) {

    public Fill {
        if (quantity.isZero()) {
            throw new IllegalArgumentException("a fill of order " + order + " needs a quantity");
        }
    }
}
