package io.sextant.ui.chart;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Keeps the shapes of a chart's bars found, while they are wanted: few bars at once, many on the worker. Belongs to the JavaFX thread. */
final class PatternBoard {

    private final Executor worker;
    private final Executor chartThread;
    private final Runnable changed;
    private CandleSeries series = CandleSeries.empty();
    private @Nullable PatternRun run;
    private boolean wanted;
    private boolean computing;

    PatternBoard(Executor worker, Executor chartThread, Runnable changed) {
        this.worker = worker;
        this.chartThread = chartThread;
        this.changed = changed;
    }

    /** Null while nothing is wanted or found out yet. */
    @Nullable PatternRun run() {
        return run;
    }

    boolean isComputing() {
        return computing;
    }

    void show(boolean on) {
        if (wanted == on) {
            return;
        }
        wanted = on;
        run = null;
        begin();
    }

    /** Turns to another series. */
    void attach(CandleSeries other) {
        series = other;
        run = null;
        begin();
    }

    /** The series has new bars at one of its ends. */
    void seriesChanged() {
        PatternRun known = run;
        if (known == null || known.firstIndex() != series.firstIndex()) {
            begin();
        } else {
            known.follow(series);
        }
    }

    private void begin() {
        if (!wanted || computing || series.isEmpty()) {
            return;
        }
        FinishedBars bars = series.finished();
        if (series.size() <= StudyBoard.AT_ONCE_BARS) {
            run = PatternRun.over(bars);
            return;
        }
        computing = true;
        CandleSeries asked = series;
        worker.execute(() -> {
            PatternRun made = PatternRun.over(bars);
            chartThread.execute(() -> finished(asked, made));
        });
    }

    private void finished(CandleSeries asked, PatternRun made) {
        computing = false;
        boolean same = wanted && asked == series;
        if (same) {
            made.follow(series);
            run = made;
        }
        if (!same || made.firstIndex() != series.firstIndex()) {
            begin();
        }
        changed.run();
    }
}
