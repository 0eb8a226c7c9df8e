package io.sextant.ui.parts;

import io.sextant.domain.request.RunningJob;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Looks at one running job a few times a second until it ends. */
public final class JobWatch {

    private static final long EVERY_NANOS = 200_000_000L;

    private final ReadOnlyObjectWrapper<JobFigures> figures = new ReadOnlyObjectWrapper<>(JobFigures.NONE);
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            look(nowNanos);
        }
    };
    private @Nullable RunningJob<?> job;
    private JobPace pace = new JobPace();
    private long lookedNanos;

    public ReadOnlyObjectProperty<JobFigures> figures() {
        return figures.getReadOnlyProperty();
    }

    /** From now on it is this one; what was watched before is let go, not cancelled. */
    public void watch(RunningJob<?> newer) {
        job = newer;
        pace = new JobPace();
        lookedNanos = Long.MIN_VALUE;
        figures.set(new JobFigures(true, 0, 0, Double.NaN, Double.NaN));
        timer.start();
        newer.result().whenComplete((result, failure) -> {
            if (isWatching(newer)) {
                stop();
            }
        });
    }

    public boolean isWatching(RunningJob<?> one) {
        return job == one;
    }

    /** Asks the job to end; its result then says so. */
    public void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    public void stop() {
        timer.stop();
        job = null;
        figures.set(JobFigures.NONE);
    }

    private void look(long nowNanos) {
        RunningJob<?> watched = job;
        if (watched != null && (lookedNanos == Long.MIN_VALUE || nowNanos - lookedNanos >= EVERY_NANOS)) {
            lookedNanos = nowNanos;
            double share = watched.progress();
            long units = watched.unitsDone();
            pace.look(nowNanos, share, units);
            figures.set(new JobFigures(true, share, units, pace.unitsPerSecond(), pace.secondsLeft()));
        }
    }
}
