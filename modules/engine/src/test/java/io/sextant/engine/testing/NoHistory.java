package io.sextant.engine.testing;

import io.sextant.domain.event.Event;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.request.EquityCurve;
import io.sextant.domain.request.History;
import io.sextant.domain.request.OrderLife;
import java.util.List;

/** Tables that remember nothing. */
public final class NoHistory implements History {

    @Override
    public List<OrderLife> orders(int limit) {
        return List.of();
    }

    @Override
    public List<Fill> fills(int limit) {
        return List.of();
    }

    @Override
    public List<Event> story(OrderId order) {
        return List.of();
    }

    @Override
    public List<Event> newestEvents(int limit) {
        return List.of();
    }

    @Override
    public void eachFill(long lastPosition, FillReader reader) {}

    @Override
    public EquityCurve equity(long fromNanos, int maxPoints) {
        return new EquityCurve(new long[0], new double[0]);
    }
}
