package io.sextant.strategy.kind;

/**
 * One run of a strategy: hears of bars that are over, and says what it wants. It has no clock and no chance of its own, so that the same
 * bars make the same wishes wherever it runs. Runs on one thread.
 */
public interface StrategyRun {

    /** At least one bar ended at {@link Scene#endNanos()}; all that ended then are in the scene. */
    void next(Scene scene, Wishes wishes);
}
