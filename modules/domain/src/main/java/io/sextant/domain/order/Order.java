package io.sextant.domain.order;

import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;

/**
 * An order as it stands after one change. {@code terms} are the current ones, so they differ from the first draft after an
 * amend. {@code filledNotional} over {@code filled} is the average price.
 */
public record Order(
        OrderId id,
        OrderDraft terms,
        OrderState state,
        Quantity filled,
        Money filledNotional,
        long createdNanos,
        long changedNanos) {

    public Order {
        if (filled.compareTo(terms.quantity()) > 0) {
            throw new IllegalArgumentException("order " + id + " filled " + filled + " of " + terms.quantity());
        }
    }

    public Quantity remaining() {
        return terms.quantity().minus(filled);
    }
}
