package io.sextant.domain.event;

/** A strategy repeated itself too often and may send nothing, or a person enabled it again. */
public record StrategyThrottled(long position, long timeNanos, String strategy, boolean throttled, String reason)
        implements Event {}
