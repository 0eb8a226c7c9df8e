package io.sextant.domain.request;

import io.sextant.domain.chronicle.OrderFacts;
import io.sextant.domain.event.Event;
import io.sextant.domain.order.Fill;
import java.util.List;

/** What the tables remember; the engine answers questions about the past from it. */
public interface History extends OrderFacts {

    /** Newest first. */
    List<OrderLife> orders(int limit);

    /** Newest first. */
    List<Fill> fills(int limit);

    /** Newest first. */
    List<Event> newestEvents(int limit);

    EquityCurve equity(long fromNanos, int maxPoints);
}
