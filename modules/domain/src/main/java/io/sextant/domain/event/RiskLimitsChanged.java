package io.sextant.domain.event;

import io.sextant.domain.order.RiskLimits;

/** The limits of the desk are now these. */
public record RiskLimitsChanged(long position, long timeNanos, RiskLimits limits) implements Event {}
