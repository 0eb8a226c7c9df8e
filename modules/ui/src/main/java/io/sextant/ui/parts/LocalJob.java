package io.sextant.ui.parts;

import io.sextant.domain.request.RunningJob;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import javafx.application.Platform;

/** Long computing of the window's own, on a thread of its own; watched and ended like a job of the engine. Its result comes on the JavaFX thread. */
public final class LocalJob<R> implements RunningJob<R> {

    private final CompletableFuture<R> result = new CompletableFuture<>();
    private volatile double share;
    private volatile boolean cancelled;

    private LocalJob() {}

    /**
     * @param work told of by the predicate it is given: it says how much is done and hears whether to go on, and throws
     *     {@link CancellationException} when not
     */
    public static <R> LocalJob<R> start(String name, Function<DoublePredicate, R> work) {
        LocalJob<R> job = new LocalJob<>();
        Thread.ofPlatform().daemon().name(name).priority(Thread.MIN_PRIORITY).start(() -> job.run(work));
        return job;
    }

    private void run(Function<DoublePredicate, R> work) {
        try {
            R made = work.apply(this::goesOn);
            Platform.runLater(() -> {
                if (cancelled) {
                    result.completeExceptionally(new CancellationException("no longer wanted"));
                } else {
                    result.complete(made);
                }
            });
        } catch (RuntimeException e) {
            Platform.runLater(() -> result.completeExceptionally(e));
        } catch (Error e) {
            // Memory that ran out is told like any other failure: whoever waits would wait for ever.
            Platform.runLater(() -> result.completeExceptionally(e));
            throw e;
        }
    }

    private boolean goesOn(double done) {
        share = done;
        return !cancelled;
    }

    @Override
    public double progress() {
        return share;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public CompletionStage<R> result() {
        return result;
    }
}
