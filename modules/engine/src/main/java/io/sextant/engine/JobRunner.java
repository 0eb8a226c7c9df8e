package io.sextant.engine;

import io.sextant.domain.request.Job;
import io.sextant.domain.request.RunningJob;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Runs jobs on a few threads of low priority, so that long work never disturbs the loop. */
final class JobRunner implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(JobRunner.class.getName());
    private static final int LONGEST_STOP_SECONDS = 10;

    private final JobWorker works;
    private final ExecutorService pool;
    private volatile boolean closing;

    /** @param name of its threads */
    JobRunner(JobWorker works, String name, int threads) {
        this.works = works;
        pool = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform()
                        .name(name, 0)
                        .daemon(true)
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
    }

    <R> RunningJob<R> start(Job<R> job) {
        Handle<R> handle = new Handle<>();
        try {
            pool.execute(() -> handle.run(job));
        } catch (RejectedExecutionException e) {
            handle.future.completeExceptionally(new CancellationException("the engine is closing"));
        }
        return handle;
    }

    /**
     * Asks every job to stop and waits for it. No thread is interrupted: an interrupt closes the files that a job has open,
     * the database's among them.
     */
    @Override
    public void close() {
        closing = true;
        pool.shutdown();
        try {
            if (!pool.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "a job did not stop in {0} seconds", LONGEST_STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Handle<R> implements RunningJob<R>, JobWorks.Progress {

        private final CompletableFuture<R> future = new CompletableFuture<>();
        private final AtomicLong units = new AtomicLong();
        private volatile double share;
        private final AtomicBoolean begun = new AtomicBoolean();
        private volatile boolean cancelled;

        void run(Job<R> job) {
            if (!begun.compareAndSet(false, true)) {
                return;
            }
            try {
                checkCancelled();
                R result = works.work(job, this);
                share = 1;
                future.complete(result);
            } catch (CancellationException e) {
                future.cancel(false);
            } catch (RuntimeException | Error e) {
                future.completeExceptionally(e);
            }
        }

        @Override
        public double progress() {
            return share;
        }

        @Override
        public void cancel() {
            cancelled = true;
            // One that waits behind a long job ends here and now, not when its turn comes.
            if (begun.compareAndSet(false, true)) {
                future.cancel(false);
            }
        }

        @Override
        public CompletionStage<R> result() {
            return future.minimalCompletionStage();
        }

        @Override
        public void done(double newShare) {
            checkCancelled();
            share = newShare;
        }

        @Override
        public void worked(long more) {
            units.addAndGet(more);
        }

        @Override
        public long unitsDone() {
            return units.get();
        }

        @Override
        public boolean isCancelled() {
            return cancelled || closing;
        }

        @Override
        public void checkCancelled() {
            if (isCancelled()) {
                throw new CancellationException("the job was cancelled");
            }
        }
    }
}
