package io.sextant.execution.gate;

import io.sextant.domain.order.Refusal;

/** The gate's answer to new terms for a working order. */
public sealed interface AmendDecision {

    record Passed(CheckedAmend amend) implements AmendDecision {}

    record Refused(Refusal refusal) implements AmendDecision {}
}
