package io.sextant.engine.sweep;

import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.strategy.kind.Choice;

/** Hears of each set in the order of the sets, on the thread that asked for them. */
public interface SweepWatch {

    SweepWatch NONE = (set, outcome) -> {};

    void done(Choice set, BacktestOutcome outcome);

    /** Asked from any thread, before each run. */
    default boolean isCancelled() {
        return false;
    }
}
