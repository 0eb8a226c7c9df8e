package io.sextant.engine;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.request.Job;

/** The long work that other rooms do for the engine's clients; wired in app. */
public interface JobWorks {

    BarSeries simulateHistory(Job.SimulateHistory job, Progress progress);

    long rebuildTables(Progress progress);

    /** How a job tells how far it is and hears that it should stop. */
    interface Progress {

        /** Throws {@link java.util.concurrent.CancellationException} when the job was cancelled. */
        void done(double share);

        boolean isCancelled();

        /** Throws {@link java.util.concurrent.CancellationException} when the job was cancelled. */
        void checkCancelled();
    }
}
