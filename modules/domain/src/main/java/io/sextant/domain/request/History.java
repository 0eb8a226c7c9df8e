package io.sextant.domain.request;

import io.sextant.domain.event.Event;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderId;
import java.util.List;

/** What the tables remember; the engine answers questions about the past from it. */
public interface History {

    /** Newest first. */
    List<OrderLife> orders(int limit);

    /** Newest first. */
    List<Fill> fills(int limit);

    /** In time order. */
    List<Event> story(OrderId order);

    /** Newest first. */
    List<Event> newestEvents(int limit);

    EquityCurve equity(long fromNanos, int maxPoints);
}
