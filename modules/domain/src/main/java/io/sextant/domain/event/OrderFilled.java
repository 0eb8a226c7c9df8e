package io.sextant.domain.event;

import io.sextant.domain.order.Fill;

/** One of our orders traded. */
public record OrderFilled(long position, long timeNanos, Fill fill) implements Event {}
