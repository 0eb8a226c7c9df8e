package io.sextant.domain.backtest;

import java.util.List;

/**
 * A search among values of a strategy's settings.
 *
 * @param setup what is not searched stands in it
 * @param budget runs at most; a grid runs all of its points
 * @param seed of the search
 */
public record SweepWish(
        BacktestSetup setup, List<SettingRange> ranges, Search search, int budget, long seed, Measure measure) {

    /** Which points are run. */
    public enum Search {
        GRID,
        RANDOM,
        BAYES,
        GENETIC
    }

    /** By what they are compared. */
    public enum Measure {
        SHARPE,
        RETURN,
        CALMAR
    }

    public SweepWish {
        ranges = List.copyOf(ranges);
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("a sweep searches one setting at least");
        }
    }

    /** How many points there are, those that cannot be among them. */
    public double points() {
        return ranges.stream().mapToDouble(SettingRange::count).reduce(1, (one, other) -> one * other);
    }
}
