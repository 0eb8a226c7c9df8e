package io.sextant.domain.time;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The system's timer: one daemon thread, tasks must be short. */
public final class SystemScheduler implements Scheduler {

    private static final System.Logger LOG = System.getLogger(SystemScheduler.class.getName());

    private final ScheduledExecutorService executor;

    public SystemScheduler(String threadName) {
        executor = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().name(threadName).daemon(true).unstarted(task));
    }

    @Override
    public Cancellable every(long periodNanos, Runnable task) {
        ScheduledFuture<?> handle =
                executor.scheduleAtFixedRate(guarded(task), periodNanos, periodNanos, TimeUnit.NANOSECONDS);
        return () -> handle.cancel(false);
    }

    @Override
    public Cancellable after(long delayNanos, Runnable task) {
        ScheduledFuture<?> handle = executor.schedule(guarded(task), delayNanos, TimeUnit.NANOSECONDS);
        return () -> handle.cancel(false);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    /** A task that throws would silently end its own repetition; it is logged and goes on instead. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "a scheduled task failed and will run again when due", e);
            } catch (Error e) {
                LOG.log(System.Logger.Level.ERROR, "a scheduled task failed and will not run again", e);
                throw e;
            }
        };
    }
}
