package io.sextant.engine;

import io.sextant.engine.verdict.TrialLedger;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What tests of strategies keep beyond themselves, and how much of the machine they may take.
 *
 * @param trials where every run is noted
 * @param sweeps the folder in which sweeps that were stopped wait to go on; nothing is kept without one
 * @param program its version: another one may compute otherwise
 * @param threads of verdicts and sweeps; no figure depends on it
 * @param strategies those that can be tested
 * @param past what a desk of the past tells strategies
 */
public record LabKeeping(
        TrialLedger trials,
        Optional<Path> sweeps,
        String program,
        int threads,
        LabStrategies strategies,
        LabPast past) {

    public LabKeeping {
        if (threads < 1) {
            throw new IllegalArgumentException("tests of strategies take a thread at least");
        }
    }

    /** Without a desk of the past. */
    public LabKeeping(
            TrialLedger trials, Optional<Path> sweeps, String program, int threads, LabStrategies strategies) {
        this(trials, sweeps, program, threads, strategies, LabPast.NONE);
    }

    /** Forgets with the process. */
    public static LabKeeping inMemory() {
        return new LabKeeping(TrialLedger.inMemory(), Optional.empty(), "", 1, new LabStrategies(Optional.empty()));
    }
}
