package io.sextant.ui.panel.schedules;

import io.sextant.domain.request.RunningJob;
import io.sextant.domain.schedule.LastRun;
import io.sextant.domain.schedule.ScheduleBook;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A run of a schedule, which the desk began itself, looked at like a job of the window: what is told of it comes as settings. */
final class FollowedRun implements RunningJob<LastRun> {

    private final LastRun run;
    private final Runnable onCancel;
    private final CompletableFuture<LastRun> result = new CompletableFuture<>();
    private double share;
    private long units;

    FollowedRun(LastRun run, Runnable onCancel) {
        this.run = run;
        this.onCancel = onCancel;
    }

    boolean isOf(LastRun other) {
        return run.name().equals(other.name()) && run.startedNanos() == other.startedNanos();
    }

    void tell(ScheduleBook.Entry entry) {
        entry.progress().ifPresent(far -> {
            share = far.share();
            units = far.units();
        });
        entry.last().filter(last -> !last.isRunning()).ifPresent(result::complete);
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
        onCancel.run();
    }

    @Override
    public CompletionStage<LastRun> result() {
        return result;
    }
}
