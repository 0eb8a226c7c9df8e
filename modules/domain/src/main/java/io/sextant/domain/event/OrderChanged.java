package io.sextant.domain.event;

import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderState;

/** An order moved from one state to another ({@code order.state()}), or was amended in place, and why. A new order comes from SUBMITTED to SUBMITTED. */
public record OrderChanged(long position, long timeNanos, Order order, OrderState from, String reason)
        implements Event {}
