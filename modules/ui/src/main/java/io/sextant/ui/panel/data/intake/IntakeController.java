package io.sextant.ui.panel.data.intake;

import io.sextant.domain.dataset.FileImport;
import io.sextant.domain.dataset.ImportChoices;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.dataset.SeriesImport;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.RunningJob;
import io.sextant.ui.parts.JobWatch;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Toasts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Looks at files before anything is stored, again whenever the reader says something else about them, and imports them on
 * demand. An import goes on while the panel is hidden.
 */
public final class IntakeController {

    private static final System.Logger LOG = System.getLogger(IntakeController.class.getName());

    /** So long may a reader think between two letters before the files are looked at again. */
    private static final Duration PATIENCE = Duration.millis(450);

    private final DeskContext context;
    private final Consumer<Optional<SeriesImport>> onStored;
    private final IntakeModel model = new IntakeModel();
    private final JobWatch watch = new JobWatch();
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final IntakeView view;
    private Optional<RunningJob<ImportReport>> running = Optional.empty();
    private boolean opening;
    private boolean shown;

    /**
     * @param opener shows a file to the reader
     * @param onStored hears that something may have been stored, and the first series of it
     */
    public IntakeController(DeskContext context, Consumer<Path> opener, Consumer<Optional<SeriesImport>> onStored) {
        this.context = context;
        this.onStored = onStored;
        view = new IntakeView(model, watch, context.texts());
        patience.setOnFinished(passed -> look());
        model.symbol().addListener(change -> choicesChanged());
        model.zone().addListener(change -> choicesChanged());
        model.timeframe().addListener(change -> choicesChanged());
        model.barEndTimes().addListener(change -> choicesChanged());
        view.close().setOnAction(pressed -> close());
        view.store().setOnAction(pressed -> storeOrClose());
        view.again().setOnAction(pressed -> again());
        view.quarantine()
                .setOnAction(pressed -> model.report()
                        .get()
                        .map(ImportReport::quarantineFile)
                        .map(Path::of)
                        .ifPresent(opener));
        view.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
                close();
                pressed.consume();
            }
        });
    }

    public Node view() {
        return view;
    }

    /** Whether the sheet is to be seen. */
    public BooleanBinding isOpen() {
        return Bindings.createBooleanBinding(() -> model.stage().get() != IntakeModel.Stage.CLOSED, model.stage());
    }

    public void onShow() {
        shown = true;
    }

    public void onHide() {
        shown = false;
    }

    public void focus() {
        view.focusFirst();
    }

    /** Opens the sheet with these files; an import that runs is not disturbed. */
    public void open(List<Path> files) {
        if (files.isEmpty() || context.saysThatFilesAreElsewhere()) {
            return;
        }
        if (model.stage().get() == IntakeModel.Stage.IMPORTING) {
            context.toasts()
                    .show(
                            Toasts.Kind.WARNING,
                            context.texts().get("intake.busy"),
                            context.texts().get("intake.busy.text"));
            return;
        }
        letGo();
        opening = true;
        model.open(files);
        opening = false;
        look();
        view.focusFirst();
    }

    private void choicesChanged() {
        if (!opening && !model.stage().get().isOver() && model.stage().get() != IntakeModel.Stage.IMPORTING) {
            letGo();
            model.looking();
            patience.playFromStart();
        }
    }

    private void look() {
        Optional<ImportChoices> choices = model.choices(true);
        if (choices.isEmpty()) {
            model.unclear();
        } else {
            model.looking();
            start(choices.get());
        }
    }

    private void storeOrClose() {
        if (model.stage().get().isOver()) {
            close();
        } else {
            store();
        }
    }

    private void store() {
        model.choices(false).ifPresent(choices -> {
            model.importing();
            start(choices);
        });
    }

    private void again() {
        if (model.stage().get().isOver()) {
            store();
        } else {
            look();
        }
    }

    private void start(ImportChoices choices) {
        List<String> files = model.files().get().stream().map(Path::toString).toList();
        RunningJob<ImportReport> job = context.engine().start(new Job.ImportFiles(files, choices));
        running = Optional.of(job);
        watch.watch(job);
        job.result().whenComplete((report, failure) -> {
            if (running.filter(one -> one == job).isPresent()) {
                running = Optional.empty();
                finish(choices, report, failure);
            }
        });
    }

    private void finish(ImportChoices choices, ImportReport report, @Nullable Throwable failure) {
        if (failure == null) {
            model.finished(report);
        } else if (cause(failure) instanceof CancellationException) {
            model.cancelled();
        } else {
            LOG.log(System.Logger.Level.WARNING, "an import failed", failure);
            model.failed(String.valueOf(cause(failure).getMessage()));
        }
        if (!choices.dryRun()) {
            onStored.accept(failure == null ? firstStored(report) : Optional.empty());
            tellWhoIsElsewhere();
        }
    }

    private static Optional<SeriesImport> firstStored(ImportReport report) {
        return report.files().stream()
                .map(FileImport::series)
                .flatMap(List::stream)
                .findFirst();
    }

    private void tellWhoIsElsewhere() {
        if (!shown) {
            context.toasts()
                    .show(
                            model.stage().get() == IntakeModel.Stage.DONE ? Toasts.Kind.DONE : Toasts.Kind.WARNING,
                            context.texts().get("intake.over"),
                            view.messageText());
        }
    }

    private static Throwable cause(Throwable failure) {
        Throwable inner = failure.getCause();
        return failure instanceof CompletionException && inner != null ? inner : failure;
    }

    /** An import that runs must be cancelled first: closing is too easily done by mistake. */
    private void close() {
        if (model.stage().get() != IntakeModel.Stage.IMPORTING) {
            letGo();
            model.close();
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
}
