package io.sextant.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Keeps the studies of a chart computed: short series at once, long ones on the worker, and every later bar as it comes. While
 * older history makes a study begin anew, its old values stay in sight. Belongs to the JavaFX thread.
 */
final class StudyBoard {

    private static final System.Logger LOG = System.getLogger(StudyBoard.class.getName());

    /** A study of so many bars takes less than a millisecond. */
    static final int AT_ONCE_BARS = 20_000;

    private final List<StudyPlot> plots = new ArrayList<>();
    private final Executor worker;
    private final Executor chartThread;
    private final Runnable changed;
    private CandleSeries series = CandleSeries.empty();

    /** {@code changed} is called when values have come that nobody waited for on the chart's own thread. */
    StudyBoard(Executor worker, Executor chartThread, Runnable changed) {
        this.worker = worker;
        this.chartThread = chartThread;
        this.changed = changed;
    }

    List<StudyPlot> plots() {
        return plots;
    }

    boolean isComputing() {
        return plots.stream().anyMatch(plot -> plot.computing);
    }

    /** Shows these studies in this order; what of them was there already keeps its values. */
    void show(List<Study> studies) {
        List<StudyPlot> wanted = new ArrayList<>();
        for (Study study : studies) {
            Optional<StudyPlot> same = plots.stream()
                    .filter(plot ->
                            plot.study.id() == study.id() && plot.study.spec().equals(study.spec()))
                    .findFirst();
            same.ifPresent(plot -> plot.study = study);
            wanted.add(same.orElseGet(() -> new StudyPlot(study)));
        }
        plots.clear();
        plots.addAll(wanted);
        plots.stream().filter(plot -> plot.run == null).forEach(this::begin);
    }

    /** Turns to another series. */
    void attach(CandleSeries other) {
        series = other;
        for (StudyPlot plot : plots) {
            plot.run = null;
            begin(plot);
        }
    }

    /** The series has new bars at one of its ends. */
    void seriesChanged() {
        for (StudyPlot plot : plots) {
            StudyRun run = plot.run;
            if (run == null || run.firstIndex() != series.firstIndex()) {
                begin(plot);
            }
            if (plot.run != null) {
                plot.run.follow(series);
            }
        }
    }

    private void begin(StudyPlot plot) {
        if (plot.computing || plot.failed || series.isEmpty()) {
            return;
        }
        FinishedBars bars = series.finished();
        if (series.size() <= AT_ONCE_BARS) {
            try {
                StudyRun run = StudyRun.over(bars, plot.study.spec().make());
                run.follow(series);
                plot.run = run;
            } catch (RuntimeException e) {
                fail(plot, e);
            }
            return;
        }
        plot.computing = true;
        CandleSeries asked = series;
        worker.execute(() -> {
            try {
                StudyRun run = StudyRun.over(bars, plot.study.spec().make());
                chartThread.execute(() -> finished(plot, asked, run));
            } catch (RuntimeException e) {
                chartThread.execute(() -> fail(plot, e));
            }
        });
    }

    /** Another library's indicator may refuse numbers that are each within their range; the other studies and the chart go on. */
    private static void fail(StudyPlot plot, RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "the study " + plot.study.spec() + " cannot be computed", e);
        plot.computing = false;
        plot.failed = true;
    }

    private void finished(StudyPlot plot, CandleSeries asked, StudyRun run) {
        plot.computing = false;
        if (!plots.contains(plot)) {
            return;
        }
        if (asked == series) {
            run.follow(series);
            plot.run = run;
        }
        if (asked != series || run.firstIndex() != series.firstIndex()) {
            begin(plot);
        }
        changed.run();
    }
}
