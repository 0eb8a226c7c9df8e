package io.sextant.domain.event;

import io.sextant.domain.order.GateState;

/** What the gate lets pass at all became another; {@code reason} names the breakers or a person's words. */
public record GateStateChanged(long position, long timeNanos, GateState from, GateState to, String reason)
        implements Event {}
