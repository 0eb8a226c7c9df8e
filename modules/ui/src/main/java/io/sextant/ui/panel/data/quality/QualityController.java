package io.sextant.ui.panel.data.quality;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.dataset.CoverageDay;
import io.sextant.domain.dataset.Finding;
import io.sextant.domain.dataset.QualityChoices;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.RunningJob;
import io.sextant.ui.parts.JobWatch;
import io.sextant.ui.parts.Palettes;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.shell.ShowTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Has the chosen series examined once the reader stays on it; remembers the reports. An examination ends when another series is
 * chosen or the panel hides.
 */
public final class QualityController {

    private static final System.Logger LOG = System.getLogger(QualityController.class.getName());
    private static final Duration PATIENCE = Duration.millis(250);
    private static final int REPORTS_KEPT = 40;

    /** A report is of a series as it was: one that grew is another. */
    private record Examined(ArchivedSeries series, QualityChoices choices) {}

    private final DeskContext context;
    private final QualityModel model = new QualityModel();
    private final JobWatch watch = new JobWatch();
    private final QualityView view;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final Map<Examined, QualityReport> known = new LinkedHashMap<>();
    private Optional<RunningJob<QualityReport>> running = Optional.empty();
    private boolean shown;

    public QualityController(DeskContext context, ObservableValue<Optional<ArchivedSeries>> chosen) {
        this.context = context;
        view = new QualityView(model, watch, context.texts(), Palettes.of(context.themes()));
        patience.setOnFinished(passed -> start());
        chosen.addListener((property, before, now) -> now.ifPresent(this::examine));
        model.session().addListener(change -> reexamine());
        model.anomalies().addListener(change -> reexamine());
        view.again().setOnAction(pressed -> examineAnew());
        view.tryAgain().setOnAction(pressed -> examineAnew());
        view.examine().setOnAction(pressed -> examineAnew());
        view.findings().setOnChosen(this::goTo);
        view.calendar().setOnChosen(this::goTo);
    }

    public Node view() {
        return view;
    }

    public void onShow() {
        shown = true;
        if (model.stage().get() == QualityModel.Stage.RUNNING) {
            patience.playFromStart();
        }
    }

    /** What is not done yet begins anew when the panel is seen again. */
    public void onHide() {
        shown = false;
        letGo();
    }

    private void reexamine() {
        model.subject().get().ifPresent(this::examine);
    }

    private void examineAnew() {
        model.subject().get().ifPresent(series -> {
            known.remove(new Examined(series, model.choices()));
            examine(series);
        });
    }

    private void examine(ArchivedSeries series) {
        letGo();
        model.examine(series);
        QualityReport report = known.get(new Examined(series, model.choices()));
        if (report != null) {
            model.reported(report);
        } else if (shown) {
            patience.playFromStart();
        }
    }

    private void letGo() {
        patience.stop();
        running.ifPresent(job -> {
            running = Optional.empty();
            watch.stop();
            job.cancel();
        });
    }

    private void start() {
        model.subject().get().ifPresent(series -> {
            QualityChoices choices = model.choices();
            RunningJob<QualityReport> job =
                    context.engine().start(new Job.ExamineQuality(series.instrument(), series.timeframe(), choices));
            running = Optional.of(job);
            watch.watch(job);
            job.result().whenComplete((report, failure) -> {
                if (failure == null) {
                    remember(new Examined(series, choices), report);
                }
                if (running.filter(one -> one == job).isPresent()) {
                    running = Optional.empty();
                    finish(report, failure);
                }
            });
        });
    }

    private void remember(Examined examined, QualityReport report) {
        known.put(examined, report);
        if (known.size() > REPORTS_KEPT) {
            known.remove(known.keySet().iterator().next());
        }
    }

    private void finish(QualityReport report, @Nullable Throwable failure) {
        if (failure == null) {
            model.reported(report);
        } else if (cause(failure) instanceof CancellationException) {
            model.cancelled();
        } else {
            LOG.log(System.Logger.Level.WARNING, "a series could not be examined", failure);
            model.failed(String.valueOf(cause(failure).getMessage()));
        }
    }

    private static Throwable cause(Throwable failure) {
        Throwable inner = failure.getCause();
        return failure instanceof CompletionException && inner != null ? inner : failure;
    }

    private void goTo(Finding finding) {
        goTo(finding.timeNanos(), finding.endNanos());
    }

    private void goTo(CoverageDay day) {
        goTo(day.dayNanos(), CoverageDays.endNanos(day));
    }

    private void goTo(long fromNanos, long toNanos) {
        model.subject().get().ifPresent(series -> {
            context.desk().showPanel(PanelIds.CHART);
            context.signals().send(new ShowTime(series.instrument(), series.timeframe(), fromNanos, toNanos));
        });
    }
}
