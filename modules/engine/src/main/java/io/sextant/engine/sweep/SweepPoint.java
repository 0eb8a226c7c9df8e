package io.sextant.engine.sweep;

import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.strategy.kind.Choice;
import java.util.List;

/**
 * A set and what came of it.
 *
 * @param at its place on each axis of the grid, counted from 0
 */
public record SweepPoint(List<Integer> at, Choice set, BacktestOutcome outcome) {

    public SweepPoint {
        at = List.copyOf(at);
    }
}
