package io.sextant.domain.event;

import io.sextant.domain.market.TradingMode;

/** The engine came up, after {@code replayedRecords} of recovery; {@code damage} says what was cut from the journal, or is empty. */
public record EngineStarted(
        long position, long timeNanos, TradingMode mode, long seed, long replayedRecords, long cutBytes, String damage)
        implements Event {}
