package io.sextant.domain.request;

import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.order.Order;
import java.util.List;

/** An order as it stands and every change that led there. */
public record OrderLife(Order order, List<OrderChanged> changes) {

    public OrderLife {
        changes = List.copyOf(changes);
    }
}
