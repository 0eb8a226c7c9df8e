package io.sextant.app.assistant;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A thread of the assistant: one thing after the other, none of which ends it by failing, and nothing more after its end. */
final class AssistantThread implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AssistantThread.class.getName());

    private final ScheduledExecutorService executor;
    private final Consumer<RuntimeException> failures;

    AssistantThread(String name, Consumer<RuntimeException> failures) {
        executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon(true).factory());
        this.failures = failures;
    }

    void run(Runnable work) {
        later(0, work);
    }

    void later(long millis, Runnable work) {
        try {
            var unused = executor.schedule(() -> guarded(work), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.log(System.Logger.Level.DEBUG, "the assistant is closed", closed);
        }
    }

    void every(long seconds, Runnable work) {
        var unused = executor.scheduleWithFixedDelay(() -> guarded(work), seconds, seconds, TimeUnit.SECONDS);
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            if (!executor.isShutdown()) {
                LOG.log(System.Logger.Level.WARNING, "the assistant failed on something", failed);
                failures.accept(failed);
            }
        }
    }

    /** Waits for nothing, for it is the window's thread that closes; what still runs is interrupted and tells nothing more. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
