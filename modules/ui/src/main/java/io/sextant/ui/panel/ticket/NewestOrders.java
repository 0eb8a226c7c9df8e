package io.sextant.ui.panel.ticket;

import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderLink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What became of the orders that changed last, for an answer that comes after the news of its own order. */
final class NewestOrders {

    private static final int MOST = 64;

    private final Map<OrderId, Order> byId = new LinkedHashMap<>();

    void add(Order order) {
        byId.remove(order.id());
        byId.put(order.id(), order);
        if (byId.size() > MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
    }

    /** The order of this number, or the entry of the bracket of this number. */
    Optional<Order> find(OrderId id) {
        return byId.values().stream().filter(order -> isMeant(order, id)).findFirst();
    }

    static boolean isMeant(Order order, OrderId id) {
        OrderLink link = order.terms().link();
        return order.id().equals(id) || (link.parent() == id.value() && link.leg() == OrderLeg.ENTRY);
    }
}
