package io.sextant.remote.client;

import io.sextant.domain.request.Job;
import io.sextant.domain.request.RunningJob;
import io.sextant.remote.protocol.ResultTypes;
import io.sextant.remote.protocol.Told;
import io.sextant.remote.wire.WireReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A job that runs where the engine is. */
final class FarJob<R> implements RunningJob<R> {

    private final Job<R> job;
    private final Runnable canceller;
    private final CompletableFuture<R> result = new CompletableFuture<>();
    private volatile double share;
    private volatile long units;

    FarJob(Job<R> job, Runnable canceller) {
        this.job = job;
        this.canceller = canceller;
    }

    void progressed(Told.Progress progress) {
        share = progress.share();
        units = progress.unitsDone();
    }

    @SuppressWarnings("unchecked")
    void finished(Told.Finished finished) {
        share = 1;
        try {
            result.complete((R) WireReader.read(finished.result().node(), ResultTypes.of(job)));
        } catch (RuntimeException unreadable) {
            result.completeExceptionally(unreadable);
        }
    }

    void failed(RuntimeException why) {
        result.completeExceptionally(why);
    }

    @Override
    public double progress() {
        return share;
    }

    @Override
    public long unitsDone() {
        return units;
    }

    @Override
    public void cancel() {
        canceller.run();
    }

    @Override
    public CompletionStage<R> result() {
        return result.minimalCompletionStage();
    }
}
