package io.sextant.domain.event;

import io.sextant.domain.regime.RegimeSwitch;

/** A series is told to be in another regime than before. */
public record RegimeChanged(long position, long timeNanos, RegimeSwitch change) implements Event {}
