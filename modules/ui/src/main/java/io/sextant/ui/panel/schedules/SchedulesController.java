package io.sextant.ui.panel.schedules;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.domain.schedule.LastRun;
import io.sextant.domain.schedule.Schedule;
import io.sextant.domain.schedule.ScheduleBook;
import io.sextant.domain.time.Clock;
import io.sextant.ui.panel.data.intake.FilePicker;
import io.sextant.ui.parts.EventFollower;
import io.sextant.ui.parts.JobWatch;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.ScheduleWords;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Follows the desk's settings while it is seen; what the reader decides goes to the desk as settings too. */
public final class SchedulesController implements Panel {

    private static final System.Logger LOG = System.getLogger(SchedulesController.class.getName());

    private final DeskContext context;
    private final Clock clock;
    private final FilePicker picker;
    private final SchedulesModel model = new SchedulesModel();
    private final PlanModel plan = new PlanModel();
    private final JobWatch watch = new JobWatch();
    private final EventFollower follower;
    private Optional<FollowedRun> followed = Optional.empty();
    private @Nullable SchedulesView view;
    private @Nullable PlanView planView;

    /** {@code clock} is the time that the desk's schedules go by. */
    public SchedulesController(DeskContext context, Clock clock) {
        this(context, clock, FilePicker.dialogs(context.texts()));
    }

    SchedulesController(DeskContext context, Clock clock, FilePicker picker) {
        this.context = context;
        this.clock = clock;
        this.picker = picker;
        follower = new EventFollower(context);
        model.chosen().addListener((property, before, now) -> follow(now));
    }

    @Override
    public String id() {
        return PanelIds.SCHEDULES;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("schedules.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CALENDAR_CLOCK;
    }

    @Override
    public Node view() {
        return made();
    }

    @Override
    public void onShow() {
        follower.start(
                1,
                newest -> context.engine().ask(new Query.Settings()).whenComplete((settings, failure) -> {
                    if (failure == null) {
                        model.loaded(settings);
                        chooseFirst();
                    } else {
                        LOG.log(System.Logger.Level.WARNING, "the schedules did not load", failure);
                        model.failed(String.valueOf(failure.getMessage()));
                    }
                }),
                event -> {
                    if (event instanceof SettingChanged changed) {
                        model.changed(changed.key(), changed.value());
                    }
                });
    }

    @Override
    public void onHide() {
        follower.stop();
        watch.stop();
        followed = Optional.empty();
    }

    @Override
    public void focusFirst() {
        if (plan.open().get() && planView != null) {
            planView.focusFirst();
        } else {
            made().table().requestFocus();
        }
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(
                DeskAction.of(
                        "schedules.add", DeskAction.Group.DATA, context.texts().bind("schedules.action.add"), () -> {
                            context.desk().showPanel(PanelIds.SCHEDULES);
                            made();
                            add();
                        }),
                DeskAction.of(
                                "schedules.run",
                                DeskAction.Group.DATA,
                                context.texts().bind("schedules.action.run"),
                                this::runNow)
                        .withPanelShortcut("Shortcut+Enter"));
    }

    private SchedulesView made() {
        SchedulesView known = view;
        if (known != null) {
            return known;
        }
        PlanView sheet = new PlanView(plan, new ScheduleWords(context.texts()), context.texts());
        SchedulesView made = new SchedulesView(model, plan, sheet, watch, context.texts());
        view = made;
        planView = sheet;
        wireList(made);
        wireSheet(sheet);
        return made;
    }

    private void wireList(SchedulesView made) {
        made.add().setOnAction(pressed -> add());
        made.firstAdd().setOnAction(pressed -> add());
        made.run().setOnAction(pressed -> runNow());
        made.pause().setOnAction(pressed -> pauseOrResume());
        made.edit().setOnAction(pressed -> edit());
        made.remove().setOnAction(pressed -> askToForget());
        made.retry().setOnAction(pressed -> onShow());
        made.detail().forget().setOnAction(pressed -> forget());
        made.detail().stay().setOnAction(pressed -> stay());
        made.table().getSelectionModel().selectedItemProperty().addListener((property, before, row) -> choose(row));
        made.table().addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.isShortcutDown() || pressed.isAltDown()) {
                return;
            }
            Optional<Runnable> does = byKey(pressed.getCode());
            does.ifPresent(Runnable::run);
            if (does.isPresent()) {
                pressed.consume();
            }
        });
        made.table().addEventHandler(MouseEvent.MOUSE_CLICKED, clicked -> {
            if (clicked.getClickCount() == 2) {
                edit();
            }
        });
    }

    private Optional<Runnable> byKey(KeyCode code) {
        return switch (code) {
            case ENTER -> Optional.of(this::edit);
            case SPACE -> Optional.of(this::pauseOrResume);
            case DELETE -> Optional.of(this::askToForget);
            case INSERT -> Optional.of(this::add);
            default -> Optional.empty();
        };
    }

    private void wireSheet(PlanView sheet) {
        sheet.leave().setOnAction(pressed -> leaveSheet());
        sheet.keep().setOnAction(pressed -> keep());
        sheet.addFiles().setOnAction(pressed -> pick(picker::files));
        sheet.addFolder()
                .setOnAction(pressed ->
                        pick(owner -> picker.folder(owner).map(List::of).orElse(List.of())));
        sheet.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
                leaveSheet();
                pressed.consume();
            } else if (pressed.getCode() == KeyCode.ENTER) {
                keep();
                pressed.consume();
            }
        });
    }

    private void pick(Function<@Nullable Window, List<Path>> question) {
        if (context.saysThatFilesAreElsewhere()) {
            return;
        }
        Scene scene = made().getScene();
        List<Path> picked = question.apply(scene == null ? null : scene.getWindow());
        plan.addFiles(picked.stream().map(Path::toString).toList());
    }

    private void choose(@Nullable LiveRow<ScheduleBook.Entry> row) {
        if (row != null) {
            model.choose(Optional.of(row.get()));
        }
    }

    private void chooseFirst() {
        if (made().table().getSelectionModel().isEmpty()
                && !made().table().getItems().isEmpty()) {
            made().table().getSelectionModel().selectFirst();
        }
    }

    private void add() {
        plan.begin(names(), context.texts().figures().zone());
        openSheet();
    }

    private void edit() {
        model.chosen().get().ifPresent(entry -> {
            plan.change(entry.schedule(), names(), context.texts().figures().zone());
            openSheet();
        });
    }

    private void openSheet() {
        PlanView sheet = planView;
        if (sheet != null) {
            sheet.focusFirst();
        }
    }

    private void leaveSheet() {
        plan.close();
        made().table().requestFocus();
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        model.rows().forEach(row -> names.add(row.get().schedule().name()));
        return names;
    }

    private void keep() {
        Optional<Schedule> before = plan.before().get();
        plan.schedule(clock.nanos()).ifPresent(schedule -> {
            boolean renamed =
                    before.filter(old -> !old.name().equals(schedule.name())).isPresent();
            submit(schedule.toSetting(), () -> {
                select(schedule.name());
                if (renamed) {
                    before.ifPresent(old -> submit(Schedule.removal(old.name()), () -> {}));
                }
            });
            leaveSheet();
        });
    }

    private void select(String name) {
        model.findRow(name).ifPresent(row -> made().table().getSelectionModel().select(row));
    }

    private void runNow() {
        model.chosen()
                .get()
                .filter(entry -> !entry.isRunning() && !entry.wanted())
                .ifPresent(entry -> submit(Schedule.runNow(entry.schedule().name(), clock.nanos()), () -> {}));
    }

    private void pauseOrResume() {
        model.chosen()
                .get()
                .map(ScheduleBook.Entry::schedule)
                .ifPresent(schedule -> submit(
                        schedule.asPaused(!schedule.paused(), clock.nanos()).toSetting(), () -> {}));
    }

    private void askToForget() {
        model.chosen().get().ifPresent(entry -> {
            model.leaving().set(Optional.of(entry.schedule().name()));
            made().detail().stay().requestFocus();
        });
    }

    private void stay() {
        model.leaving().set(Optional.empty());
        made().table().requestFocus();
    }

    private void forget() {
        Optional<String> name = model.leaving().get();
        stay();
        name.ifPresent(gone -> submit(Schedule.removal(gone), this::chooseFirst));
    }

    /** The bar of the chosen schedule's run, if it runs. */
    private void follow(Optional<ScheduleBook.Entry> chosen) {
        Optional<LastRun> run = chosen.filter(ScheduleBook.Entry::isRunning).flatMap(ScheduleBook.Entry::last);
        FollowedRun known = followed.orElse(null);
        if (known != null
                && chosen.flatMap(ScheduleBook.Entry::last).filter(known::isOf).isPresent()) {
            chosen.ifPresent(known::tell);
            return;
        }
        watch.stop();
        followed = run.map(now ->
                new FollowedRun(now, () -> submit(Schedule.cancel(now.name(), now.startedNanos()), () -> {})));
        followed.ifPresent(now -> {
            chosen.ifPresent(now::tell);
            watch.watch(now);
        });
    }

    private void submit(ChangeSetting change, Runnable then) {
        Consumer<Answer> told = answer -> {
            switch (answer) {
                case Answer.Done done -> {
                    model.changed(change.key(), change.value());
                    then.run();
                }
                case Answer.Refused(var refusal) -> context.toasts().refused(refusal);
            }
        };
        context.engine().submit(change).whenComplete((answer, failure) -> {
            if (failure == null) {
                told.accept(answer);
            } else {
                context.toasts().failed(failure);
            }
        });
    }
}
