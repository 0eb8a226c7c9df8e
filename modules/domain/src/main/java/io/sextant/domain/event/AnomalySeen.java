package io.sextant.domain.event;

import io.sextant.domain.market.FlowAnomaly;

/** The book and trades of an instrument showed something unusual. */
public record AnomalySeen(long position, long timeNanos, FlowAnomaly anomaly) implements Event {}
