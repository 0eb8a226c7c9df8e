package io.sextant.engine.backtest;

/**
 * The little of a run that a sweep keeps, as {@link BacktestFigures} tells it.
 *
 * @param sharpeABar the mean return of a bar over its deviation, 0 where nothing moves: what trials are compared by
 */
public record BacktestOutcome(
        int trades,
        double finalEquity,
        double returnShare,
        double sharpe,
        double calmar,
        double maxDrawdown,
        double sharpeABar) {}
