package io.sextant.domain.chronicle;

import io.sextant.domain.event.Event;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderId;
import java.util.List;

/** What is remembered of orders, as far as a chronicle needs it. */
public interface OrderFacts {

    /** All changes and fills of one order, and why it was sent, in the order of the journal. */
    List<Event> story(OrderId order);

    /** Every fill of the desk up to a place in the journal, oldest first. */
    void eachFill(long lastPosition, FillReader reader);

    /** Receives one fill and its place in the journal. */
    @FunctionalInterface
    interface FillReader {
        void onFill(long position, Fill fill);
    }
}
