package io.sextant.domain.event;

import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.OrderId;

/** An order passed a control that would have refused it, on a person's word. */
public record OverrideUsed(long position, long timeNanos, OrderId order, GateOverride override) implements Event {}
