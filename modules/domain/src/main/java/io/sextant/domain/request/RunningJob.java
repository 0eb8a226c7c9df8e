package io.sextant.domain.request;

import java.util.concurrent.CompletionStage;

/** A job on its way. */
public interface RunningJob<R> {

    /** Share done, 0 to 1. */
    double progress();

    /** Rows, bars or seeds worked through so far, for a pace; 0 where a job does not count. */
    default long unitsDone() {
        return 0;
    }

    /** Ends it soon; the result then fails with {@link java.util.concurrent.CancellationException}. */
    void cancel();

    CompletionStage<R> result();
}
