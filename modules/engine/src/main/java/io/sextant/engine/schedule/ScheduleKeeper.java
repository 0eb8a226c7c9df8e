package io.sextant.engine.schedule;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.schedule.LastRun;
import io.sextant.domain.schedule.LastRun.Outcome;
import io.sextant.domain.schedule.Schedule;
import io.sextant.domain.schedule.ScheduleBook;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.engine.schedule.WorkRunner.WorkFailed;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks now and then what is due and does it, one at a time: two imports side by side gain nothing on one disk. What it knows it
 * reads from the desk's settings each time, and what it did it writes there, so nothing is kept that a crash could lose.
 */
public final class ScheduleKeeper implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ScheduleKeeper.class.getName());
    private static final long LOOK_NANOS = 5_000_000_000L;
    private static final long LEAVING_SECONDS = 5;

    private final EngineClient client;
    private final Clock clock;
    private final WorkRunner runner;
    private final Scheduler.Cancellable looking;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("schedules").factory());
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean closed;

    public ScheduleKeeper(EngineClient client, Clock clock, Scheduler scheduler) {
        this.client = client;
        this.clock = clock;
        runner = new WorkRunner(client);
        looking = scheduler.every(LOOK_NANOS, this::look);
    }

    /** Starts what is due unless something is still running. Returns at once. */
    void look() {
        if (!closed && busy.compareAndSet(false, true)) {
            worker.execute(() -> {
                try {
                    runDue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (ExecutionException | RuntimeException e) {
                    LOG.log(System.Logger.Level.WARNING, "the schedules could not be looked at", e);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private void runDue() throws InterruptedException, ExecutionException {
        while (!closed) {
            List<Schedule> due = book().due(Instant.ofEpochSecond(0, clock.nanos()));
            if (due.isEmpty()) {
                return;
            }
            run(due.getFirst());
        }
    }

    private ScheduleBook book() throws InterruptedException, ExecutionException {
        return ScheduleBook.of(
                client.ask(new Query.Settings()).toCompletableFuture().get());
    }

    private void run(Schedule schedule) throws InterruptedException, ExecutionException {
        LastRun begun = LastRun.begun(schedule.name(), clock.nanos());
        remember(begun);
        LastRun ended;
        try {
            String text = runner.run(schedule.work());
            ended = begun.ended(clock.nanos(), Outcome.DONE, text);
        } catch (WorkFailed e) {
            ended = begun.ended(clock.nanos(), Outcome.FAILED, String.valueOf(e.getMessage()));
        }
        remember(ended);
    }

    private void remember(LastRun run) throws InterruptedException, ExecutionException {
        String key = "schedule-" + Integer.toHexString(run.name().hashCode()) + "-" + run.startedNanos() + "-"
                + run.outcome();
        client.submit(new CommandKey(key), run.toSetting())
                .toCompletableFuture()
                .get();
    }

    /** Stops looking; work that is running is given up, and is found as interrupted next time. */
    @Override
    public void close() {
        closed = true;
        looking.close();
        worker.shutdownNow();
        try {
            worker.awaitTermination(LEAVING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
