package io.sextant.domain.request;

import java.util.concurrent.CompletionStage;

/** A job on its way. */
public interface RunningJob<R> {

    /** Share done, 0 to 1. */
    double progress();

    /** Ends it soon; the result then fails with {@link java.util.concurrent.CancellationException}. */
    void cancel();

    CompletionStage<R> result();
}
