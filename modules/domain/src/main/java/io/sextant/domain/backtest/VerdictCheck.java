package io.sextant.domain.backtest;

/** All that is measured for a verdict. */
public enum VerdictCheck {
    EARNED,
    SHARPE,
    TRIES,
    DEFLATED,
    TRACK,
    SUPERIOR,
    WORLDS,
    HOLDING,
    OVERFITTING,
    WALK_ANCHORED,
    WALK_ROLLING,
    PATHS,
    PLATEAU,
    SHUFFLED,
    REDRAWN,
    ALIKE,
    STARTS,
    JITTER,
    COSTS_TIMES,
    COSTS_MORE,
    FUTURE,
    HISTORY,
    FILLS,
    CAPACITY,
    BEST_TRADE
}
