package io.sextant.domain.command;

import io.sextant.domain.order.RiskLimits;

/** Replaces the limits of the desk. */
public record ChangeRiskLimits(RiskLimits limits) implements Command {}
