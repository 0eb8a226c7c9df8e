package io.sextant.ui.panel.options;

import io.sextant.domain.dataset.ChainSheet;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.time.Clock;
import io.sextant.ui.panel.options.OptionsModel.Stage;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Has files of chains read by the engine, reckons what they say beside the JavaFX thread, and remembers file and positions. */
public final class OptionsController implements Panel {

    private static final System.Logger LOG = System.getLogger(OptionsController.class.getName());
    private static final String FILE_SETTING = "ui.options.file";
    private static final String HELD_SETTING = "ui.options.held";

    private final DeskContext context;
    private final Clock clock;
    private final ChainPicker picker;
    private final OptionsModel model = new OptionsModel();
    private Optional<RunningJob<ChainSheet>> reading = Optional.empty();
    private int reckonings;
    private boolean begun;
    private @Nullable OptionsView view;

    /** {@code clock} tells how old quotes are. */
    public OptionsController(DeskContext context, Clock clock) {
        this(context, clock, ChainPicker.dialog(context.texts()));
    }

    OptionsController(DeskContext context, Clock clock, ChainPicker picker) {
        this.context = context;
        this.clock = clock;
        this.picker = picker;
    }

    @Override
    public String id() {
        return PanelIds.OPTIONS;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("options.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CHART_BELL_CURVE;
    }

    @Override
    public Node view() {
        return ownView();
    }

    /** What was open last time is read when the panel is first seen. */
    @Override
    public void onShow() {
        if (!begun) {
            begun = true;
            context.settings().find(HELD_SETTING).map(HeldContract::read).ifPresent(model.held()::set);
            context.settings()
                    .find(FILE_SETTING)
                    .filter(file -> !file.isEmpty())
                    .ifPresent(file -> read(file, Optional.empty()));
        }
        tell();
    }

    @Override
    public void focusFirst() {
        ownView().focusFirst();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(
                DeskAction.of(
                        "options.open", DeskAction.Group.DATA, context.texts().bind("options.action.open"), this::ask),
                DeskAction.of(
                                "options.reload",
                                DeskAction.Group.DATA,
                                context.texts().bind("options.action.reload"),
                                this::again)
                        .withPanelShortcut("F5"));
    }

    private OptionsView ownView() {
        OptionsView known = view;
        if (known != null) {
            return known;
        }
        OptionsView made = new OptionsView(model, context.texts(), this::dropped);
        view = made;
        made.open().setOnAction(pressed -> ask());
        made.firstOpen().setOnAction(pressed -> ask());
        made.again().setOnAction(pressed -> again());
        made.day().valueProperty().addListener((property, before, day) -> {
            if (!made.isFilling() && day != null) {
                read(model.file().get(), Optional.of(day));
            }
        });
        made.expiry().valueProperty().addListener((property, before, day) -> {
            if (!made.isFilling() && day != null) {
                model.expiry().set(Optional.of(day));
            }
        });
        model.terms().addListener(change -> reckon());
        model.held()
                .addListener(change -> context.settings()
                        .put(HELD_SETTING, HeldContract.write(model.held().get())));
        context.texts().figuresProperty().addListener(change -> tell());
        return made;
    }

    private void ask() {
        context.desk().showPanel(id());
        if (context.saysThatFilesAreElsewhere()) {
            return;
        }
        Scene scene = ownView().getScene();
        picker.pick(scene == null ? null : scene.getWindow()).ifPresent(this::open);
    }

    private void dropped(List<Path> files) {
        files.stream().findFirst().ifPresent(this::open);
    }

    private void open(Path file) {
        read(file.toString(), Optional.empty());
        model.terms().set(ChainTerms.USUAL);
    }

    private void again() {
        if (!model.file().get().isEmpty()) {
            read(model.file().get(), model.sheet().get().map(ChainSheet::day));
        }
    }

    private void read(String file, Optional<LocalDate> day) {
        reading.ifPresent(RunningJob::cancel);
        boolean another = !file.equals(model.file().get());
        model.file().set(file);
        if (another) {
            // What is still being reckoned is of the file before.
            reckonings++;
            model.sheet().set(Optional.empty());
            model.reckoning().set(Optional.empty());
        }
        if (model.reckoning().get().isEmpty()) {
            model.stage().set(Stage.LOADING);
        }
        RunningJob<ChainSheet> job = context.engine().start(new Job.ReadChain(file, day));
        reading = Optional.of(job);
        job.result().whenComplete((sheet, failure) -> {
            if (reading.filter(one -> one == job).isPresent()) {
                reading = Optional.empty();
                finish(sheet, failure);
            }
        });
    }

    private void finish(ChainSheet sheet, @Nullable Throwable failure) {
        if (failure == null) {
            model.problem().set("");
            model.sheet().set(Optional.of(sheet));
            context.settings().put(FILE_SETTING, sheet.file());
            reckon();
        } else if (!(cause(failure) instanceof CancellationException)) {
            LOG.log(System.Logger.Level.INFO, "a chain could not be read", failure);
            fail(String.valueOf(cause(failure).getMessage()));
        }
    }

    /** What was shown before stays, with the reason beside it why it is not newer. */
    private void fail(String why) {
        model.problem().set(why);
        if (model.reckoning().get().isEmpty()) {
            model.stage().set(Stage.FAILED);
        }
        tell();
    }

    private void reckon() {
        Optional<ChainSheet> sheet = model.sheet().get();
        if (sheet.isEmpty()) {
            return;
        }
        ChainTerms terms = model.terms().get();
        if (!(terms.spot() > 0) && !(sheet.get().underlying() > 0)) {
            reckonings++;
            model.reckoning().set(Optional.empty());
            model.stage().set(Stage.SPOT_WANTED);
            tell();
            return;
        }
        if (model.reckoning().get().isEmpty()) {
            model.stage().set(Stage.LOADING);
        }
        int wanted = ++reckonings;
        Thread.ofVirtual().name("options-reckoning").start(() -> reckon(sheet.get(), terms, wanted));
    }

    private void reckon(ChainSheet sheet, ChainTerms terms, int wanted) {
        try {
            ChainReckoning made = ChainReckoning.of(sheet, terms);
            Platform.runLater(() -> {
                if (wanted == reckonings) {
                    model.show(made);
                    tell();
                }
            });
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a chain could not be reckoned", e);
            Platform.runLater(() -> {
                if (wanted == reckonings) {
                    fail(String.valueOf(e.getMessage()));
                }
            });
        }
    }

    private void tell() {
        Optional<ChainReckoning> shown = model.reckoning().get();
        if (shown.isEmpty()) {
            ownView().say("", false);
            return;
        }
        OptionsWords words = new OptionsWords(context.texts());
        LocalDate day = shown.get().sheet().day();
        long age = TimeUnit.NANOSECONDS.toDays(clock.nanos()) - day.toEpochDay();
        String told = age <= 0
                ? context.texts().get("options.of-today", words.day(day))
                : context.texts()
                        .get(
                                "options.of-day",
                                words.day(day),
                                age,
                                context.texts().figures().count(age));
        String problem = model.problem().get();
        ownView()
                .say(
                        problem.isEmpty() ? told : told + " " + context.texts().get("options.stale", problem),
                        age > 0 || !problem.isEmpty());
    }

    private static Throwable cause(Throwable failure) {
        Throwable inner = failure.getCause();
        return failure instanceof CompletionException && inner != null ? inner : failure;
    }
}
