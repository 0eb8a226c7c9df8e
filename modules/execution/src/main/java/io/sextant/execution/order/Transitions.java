package io.sextant.execution.order;

import static io.sextant.domain.order.OrderState.ACCEPTED;
import static io.sextant.domain.order.OrderState.AMEND_PENDING;
import static io.sextant.domain.order.OrderState.CANCELLED;
import static io.sextant.domain.order.OrderState.CANCEL_PENDING;
import static io.sextant.domain.order.OrderState.EXPIRED;
import static io.sextant.domain.order.OrderState.FILLED;
import static io.sextant.domain.order.OrderState.PARTLY_FILLED;
import static io.sextant.domain.order.OrderState.REJECTED;
import static io.sextant.domain.order.OrderState.SUBMITTED;
import static io.sextant.domain.order.OrderState.UNKNOWN;
import static io.sextant.domain.order.OrderState.WAITING;

import io.sextant.domain.order.OrderState;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which state may follow which. What is not listed here does not happen. */
final class Transitions {

    private static final Map<OrderState, Set<OrderState>> ALLOWED = new EnumMap<>(OrderState.class);

    static {
        allow(WAITING, SUBMITTED, CANCELLED, REJECTED, EXPIRED);
        allow(SUBMITTED, ACCEPTED, PARTLY_FILLED, FILLED, CANCEL_PENDING, CANCELLED, REJECTED, EXPIRED, UNKNOWN);
        allow(ACCEPTED, PARTLY_FILLED, FILLED, CANCEL_PENDING, AMEND_PENDING, CANCELLED, EXPIRED, UNKNOWN);
        allow(PARTLY_FILLED, FILLED, CANCEL_PENDING, AMEND_PENDING, CANCELLED, EXPIRED, UNKNOWN);
        allow(
                CANCEL_PENDING,
                SUBMITTED,
                ACCEPTED,
                PARTLY_FILLED,
                AMEND_PENDING,
                FILLED,
                CANCELLED,
                REJECTED,
                EXPIRED,
                UNKNOWN);
        allow(AMEND_PENDING, ACCEPTED, PARTLY_FILLED, FILLED, CANCEL_PENDING, CANCELLED, EXPIRED, UNKNOWN);
        allow(
                UNKNOWN,
                SUBMITTED,
                ACCEPTED,
                PARTLY_FILLED,
                CANCEL_PENDING,
                AMEND_PENDING,
                FILLED,
                CANCELLED,
                REJECTED,
                EXPIRED);
        allow(FILLED);
        allow(CANCELLED);
        allow(REJECTED);
        allow(EXPIRED);
    }

    private Transitions() {}

    private static void allow(OrderState from, OrderState... to) {
        Set<OrderState> states = EnumSet.noneOf(OrderState.class);
        states.addAll(Set.of(to));
        ALLOWED.put(from, states);
    }

    static boolean isAllowed(OrderState from, OrderState to) {
        Set<OrderState> next = ALLOWED.get(from);
        return next != null && next.contains(to);
    }
}
