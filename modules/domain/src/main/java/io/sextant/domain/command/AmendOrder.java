package io.sextant.domain.command;

import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderId;

/** Gives a working limit order a new total quantity and limit; checked like a new one. */
public record AmendOrder(OrderId order, Quantity quantity, Price limit) implements Command {

    public AmendOrder {
        if (quantity.isZero()) {
            throw new IllegalArgumentException("an order needs a quantity; to end it, cancel it");
        }
    }
}
