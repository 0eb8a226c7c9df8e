package io.sextant.engine.backtest;

import io.sextant.engine.strategy.SeatWorld;

/** What strategies are told beside bars, over any market of the past. */
@FunctionalInterface
public interface Hearing {

    SeatWorld over(BacktestMarket market);

    Hearing NOTHING = market -> SeatWorld.EMPTY;
}
