package io.sextant.execution.gate;

import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderLink;
import io.sextant.domain.order.OrderOrigin;

/**
 * Who sends an order. {@code strategy} is an index into the session's strategies, {@link #NO_STRATEGY} for people; {@code parent} the
 * number of the parent order that a child belongs to, {@link #NO_PARENT} for one that stands alone.
 */
public record OrderSource(OrderOrigin origin, int strategy, long parent) {

    public static final int NO_STRATEGY = -1;
    public static final long NO_PARENT = 0;

    private static final OrderSource TICKET = new OrderSource(OrderOrigin.TICKET, NO_STRATEGY, NO_PARENT);
    private static final OrderSource LADDER = new OrderSource(OrderOrigin.LADDER, NO_STRATEGY, NO_PARENT);
    private static final OrderSource COMMAND_LINE = new OrderSource(OrderOrigin.COMMAND_LINE, NO_STRATEGY, NO_PARENT);
    private static final OrderSource OUTSIDE = new OrderSource(OrderOrigin.STRATEGY, NO_STRATEGY, NO_PARENT);
    private static final OrderSource VOICE = new OrderSource(OrderOrigin.VOICE, NO_STRATEGY, NO_PARENT);
    private static final OrderSource ALGORITHM = new OrderSource(OrderOrigin.ALGORITHM, NO_STRATEGY, NO_PARENT);

    /** An order that stands alone and belongs to no strategy of the session. */
    public static OrderSource of(OrderOrigin origin) {
        return switch (origin) {
            case TICKET -> TICKET;
            case LADDER -> LADDER;
            case COMMAND_LINE -> COMMAND_LINE;
            case STRATEGY -> OUTSIDE;
            case VOICE -> VOICE;
            case ALGORITHM -> ALGORITHM;
        };
    }

    public static OrderSource strategy(int strategy) {
        return new OrderSource(OrderOrigin.STRATEGY, strategy, NO_PARENT);
    }

    /** The same of an order that is linked to a parent: only what slices its parent counts against it. */
    public static OrderSource of(OrderOrigin origin, int strategy, OrderLink link) {
        boolean slices = link.leg() == OrderLeg.CHILD;
        if (strategy == NO_STRATEGY && !slices) {
            return of(origin);
        }
        return new OrderSource(origin, strategy, slices ? link.parent() : NO_PARENT);
    }

    /** A child of a parent order that the gate knows. */
    public OrderSource child(long ofParent) {
        return new OrderSource(origin, strategy, ofParent);
    }

    /** Only a person can answer for an override. */
    boolean isPerson() {
        return switch (origin) {
            case TICKET, LADDER, COMMAND_LINE -> true;
            case STRATEGY, VOICE, ALGORITHM -> false;
        };
    }
}
