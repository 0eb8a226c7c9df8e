package io.sextant.domain.event;

import io.sextant.domain.order.Breaker;

/** A circuit breaker tripped, or is calm again; {@code value} and {@code limit} are what it compared, in its own unit. */
public record BreakerChanged(long position, long timeNanos, Breaker breaker, boolean tripped, long value, long limit)
        implements Event {}
