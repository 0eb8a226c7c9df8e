package io.sextant.domain.command;

import io.sextant.domain.order.GateState;

/** A person's own setting of the gate. A breaker may hold it in a worse state; none in a better. */
public record ChangeGateState(GateState state, String reason) implements Command {}
