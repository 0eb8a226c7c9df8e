package io.sextant.domain.order;

import io.sextant.domain.money.Price;

/** At which price an order may trade. */
public sealed interface OrderType {

    /** At once, at whatever the book offers within the gate's collar. */
    record Market() implements OrderType {}

    /** At {@code price} or better; what cannot trade at once rests. */
    record Limit(Price price) implements OrderType {}

    OrderType MARKET = new Market();

    static OrderType limit(Price price) {
        return new Limit(price);
    }
}
