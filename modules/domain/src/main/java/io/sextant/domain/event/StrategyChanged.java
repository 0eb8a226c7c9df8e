package io.sextant.domain.event;

import io.sextant.domain.hosting.StageChange;

/** A hosted strategy was agreed with, started, paused, stopped or closed, or the desk stopped it. */
public record StrategyChanged(long position, long timeNanos, StageChange change) implements Event {}
