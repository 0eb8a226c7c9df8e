package io.sextant.engine.schedule;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.schedule.LastRun;
import io.sextant.domain.schedule.LastRun.Outcome;
import io.sextant.domain.schedule.RunProgress;
import io.sextant.domain.schedule.ScheduleBook;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.engine.schedule.WorkRunner.NotDone;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Looks now and then what is due and does it, one at a time: two imports side by side gain nothing on one disk. What it knows it
 * reads from the desk's settings each time, and what it did it writes there, so nothing is kept that a crash could lose. How far
 * a run is, and the wish to end it, go the same way, so a remote desk needs no other.
 */
public final class ScheduleKeeper implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ScheduleKeeper.class.getName());
    private static final long LOOK_NANOS = 1_000_000_000L;
    private static final long LEAVING_SECONDS = 5;

    /** A run and the percents that were told of it: each is a record of the journal, so a run has a hundred at most. */
    private record Running(LastRun run, int percent) {}

    private final EngineClient client;
    private final Clock clock;
    private final WorkRunner runner;
    private final Scheduler.Cancellable looking;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("schedules").factory());
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Running running;
    private volatile boolean closed;
    private boolean interruptedTold;

    public ScheduleKeeper(EngineClient client, Clock clock, Scheduler scheduler) {
        this.client = client;
        this.clock = clock;
        runner = new WorkRunner(client, clock);
        looking = scheduler.every(LOOK_NANOS, this::look);
    }

    /** Starts what is due, or attends to what is still running. Returns at once. */
    void look() {
        if (closed) {
            return;
        }
        if (!busy.compareAndSet(false, true)) {
            attend();
            return;
        }
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

    /** Tells how far the run is when that changed, and ends it when somebody asked for that. */
    private void attend() {
        Running now = running;
        if (now == null) {
            return;
        }
        double share = Math.clamp(runner.share(), 0, 1);
        int percent = (int) (100 * share);
        LastRun run = now.run();
        if (percent > now.percent()) {
            running = new Running(run, percent);
            submit(
                            run,
                            percent + "%",
                            new RunProgress(run.name(), run.startedNanos(), share, runner.units()).toSetting())
                    .exceptionally(failure -> {
                        LOG.log(System.Logger.Level.WARNING, "how far a run is could not be told", failure);
                        return null;
                    });
        }
        client.ask(new Query.Settings()).thenAccept(settings -> {
            boolean wanted = ScheduleBook.of(settings)
                    .find(run.name())
                    .filter(entry -> entry.cancelled()
                            && entry.last().filter(run::equals).isPresent())
                    .isPresent();
            Running still = running;
            if (wanted && still != null && still.run().equals(run)) {
                runner.cancel();
            }
        });
    }

    private void runDue() throws InterruptedException, ExecutionException {
        if (!interruptedTold) {
            tellInterrupted();
            interruptedTold = true;
        }
        while (!closed) {
            Instant now = Instant.ofEpochSecond(0, clock.nanos());
            List<ScheduleBook.Entry> due = book().due(now);
            if (due.isEmpty()) {
                return;
            }
            run(due.getFirst(), now);
        }
    }

    /** Whatever is called running when the desk opens was cut short when it closed. */
    private void tellInterrupted() throws InterruptedException, ExecutionException {
        for (ScheduleBook.Entry entry : book().entries()) {
            LastRun last = entry.last().orElse(null);
            if (last != null && last.isRunning()) {
                remember(last.ended(last.startedNanos(), Outcome.INTERRUPTED, ""));
            }
        }
    }

    private ScheduleBook book() throws InterruptedException, ExecutionException {
        return ScheduleBook.of(
                client.ask(new Query.Settings()).toCompletableFuture().get());
    }

    private void run(ScheduleBook.Entry entry, Instant now) throws InterruptedException, ExecutionException {
        LastRun begun = LastRun.begun(entry.schedule().name(), clock.nanos(), entry.missed(now));
        remember(begun);
        running = new Running(begun, 0);
        LastRun ended;
        try {
            String text = runner.run(entry.schedule().work());
            ended = begun.ended(clock.nanos(), Outcome.DONE, text);
        } catch (NotDone e) {
            ended = begun.ended(clock.nanos(), e.outcome(), String.valueOf(e.getMessage()));
        } finally {
            running = null;
        }
        remember(ended);
    }

    private void remember(LastRun run) throws InterruptedException, ExecutionException {
        submit(run, run.outcome().name(), run.toSetting()).get();
    }

    /** Under a name of its own for each thing told, so that told again it is done once. */
    private CompletableFuture<@Nullable Answer> submit(LastRun run, String what, ChangeSetting setting) {
        String key = "schedule-" + Integer.toHexString(run.name().hashCode()) + "-" + run.startedNanos() + "-" + what;
        return client.submit(new CommandKey(key), setting).toCompletableFuture().thenApply(answer -> answer);
    }

    /** Stops looking; work that is running is given up, and is told as interrupted next time. */
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
