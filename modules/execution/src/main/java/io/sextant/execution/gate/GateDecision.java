package io.sextant.execution.gate;

import io.sextant.domain.order.Refusal;

/** The gate's answer to a draft. */
public sealed interface GateDecision {

    record Passed(CheckedOrder order) implements GateDecision {}

    /** It may wait here for its price. */
    record Held(HeldOrder order) implements GateDecision {}

    record Refused(Refusal refusal) implements GateDecision {}
}
