package io.sextant.engine.sweep;

import io.sextant.engine.backtest.BacktestOutcome;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Runs a job, wherever that is. */
public interface SweepRunner {

    /**
     * What came of each set, in the order of the sets; the same on any runner, to the last bit.
     *
     * @throws CancellationException where the watch asked to stop; it has heard of what was done
     * @throws IllegalArgumentException with a sentence for a person, where this runner has not what the job names
     */
    List<BacktestOutcome> run(SweepJob job, SweepWatch watch);
}
