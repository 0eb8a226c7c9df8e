package io.sextant.domain.backtest;

import java.util.List;

/**
 * What a verdict is asked about: a setup as it stands, or the best that a grid of its settings gives.
 *
 * @param grid every combination is run, and the verdict is about the best; empty where nothing is searched
 * @param worlds markets of the same bars in random order, in each of which all is tried again
 */
public record VerdictWish(BacktestSetup setup, List<SettingRange> grid, int worlds, long seed) {

    public static final int WORLDS_USUAL = 200;

    public VerdictWish {
        grid = List.copyOf(grid);
        if (worlds < 0) {
            throw new IllegalArgumentException("there are no worlds below nought");
        }
    }
}
