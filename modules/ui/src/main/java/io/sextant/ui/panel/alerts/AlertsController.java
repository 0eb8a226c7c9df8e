package io.sextant.ui.panel.alerts;

import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.alert.AlertCondition;
import io.sextant.domain.alert.AlertPlan;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.KeyDesk;
import io.sextant.ui.parts.EventFollower;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** Follows the desk's settings while it is seen; what the reader decides goes to the desk as settings too. */
public final class AlertsController implements Panel {

    private final DeskContext context;
    private final Clock clock;
    private final AlertsModel model = new AlertsModel();
    private final AlertDraft draft = new AlertDraft();
    private final EventFollower follower;
    private final ChannelDesk channels;
    private @Nullable AlertsView view;
    private long previewed;

    /**
     * @param clock the time that quiet hours and expiry go by
     * @param vault where what lets channels in is kept, if it is at this window
     */
    public AlertsController(DeskContext context, Clock clock, Optional<KeyDesk> vault) {
        this.context = context;
        this.clock = clock;
        follower = new EventFollower(context);
        channels = new ChannelDesk(context, clock, vault, model, this::submit);
    }

    @Override
    public String id() {
        return PanelIds.ALERTS;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("alerts.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignB.BELL_OUTLINE;
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
                    } else {
                        context.toasts().failed(failure);
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
    }

    @Override
    public void focusFirst() {
        made().alerts().requestFocus();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(action("add", this::add), action("channel", channels::add));
    }

    private DeskAction action(String name, Runnable run) {
        return DeskAction.of(
                "alerts." + name, DeskAction.Group.MARKET, context.texts().bind("alerts.action." + name), () -> {
                    context.desk().showPanel(PanelIds.ALERTS);
                    run.run();
                });
    }

    private AlertsView made() {
        AlertsView known = view;
        if (known != null) {
            return known;
        }
        AlertForm form = new AlertForm(draft, context.texts());
        AlertsView made = new AlertsView(model, draft, form, channels.pane(), context.texts());
        view = made;
        made.add().setOnAction(pressed -> add());
        made.edit().setOnAction(pressed -> edit());
        made.rest().setOnAction(pressed -> rest());
        made.remove().setOnAction(pressed -> remove());
        made.undo().setOnAction(pressed -> putBack());
        made.addChannel().setOnAction(pressed -> channels.add());
        made.editChannel().setOnAction(pressed -> channels.edit());
        made.test().setOnAction(pressed -> channels.test());
        made.drop().setOnAction(pressed -> channels.drop());
        form.keep().setOnAction(pressed -> keep());
        form.leave().setOnAction(pressed -> leave());
        keys(made.alerts());
        form.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
                leave();
                pressed.consume();
            } else if (pressed.getCode() == KeyCode.ENTER) {
                keep();
                pressed.consume();
            }
        });
        List.<ObservableValue<?>>of(draft.condition, draft.again, draft.band, draft.pauseMinutes)
                .forEach(one -> one.addListener((property, before, now) -> preview()));
        context.texts().figuresProperty().addListener((property, before, now) -> preview());
        return made;
    }

    private void keys(TableView<?> table) {
        table.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.isShortcutDown() || pressed.isAltDown()) {
                return;
            }
            Optional<Runnable> does = switch (pressed.getCode()) {
                case ENTER -> Optional.of(this::edit);
                case SPACE -> Optional.of(this::rest);
                case DELETE -> Optional.of(this::remove);
                case INSERT -> Optional.of(this::add);
                default -> Optional.empty();
            };
            does.ifPresent(Runnable::run);
            if (does.isPresent()) {
                pressed.consume();
            }
        });
    }

    private Optional<AlertPlan> chosen() {
        LiveRow<AlertBook.Entry> row = made().alerts().getSelectionModel().getSelectedItem();
        return Optional.ofNullable(row).map(one -> one.get().plan());
    }

    private void add() {
        AlertsView now = made();
        model.part().set(AlertsModel.Part.ALERTS);
        draft.begin();
        preview();
        now.form().focusFirst();
    }

    private void edit() {
        chosen().ifPresent(plan -> {
            draft.change(plan);
            preview();
            made().form().focusFirst();
        });
    }

    private void leave() {
        draft.open.set(false);
        made().alerts().requestFocus();
    }

    private void keep() {
        Optional<AlertPlan> before = draft.before();
        context.engine().ask(new Query.Desk()).whenComplete((desk, failure) -> {
            if (failure != null) {
                context.toasts().failed(failure);
                return;
            }
            draft.plan(clock.nanos(), desk.marketNanos()).ifPresent(plan -> {
                before.filter(old -> !old.name().equals(plan.name()))
                        .ifPresent(old -> submit(AlertPlan.removal(old.name())));
                submit(plan.toSetting());
                leave();
            });
        });
    }

    private void rest() {
        chosen().ifPresent(plan -> context.engine().ask(new Query.Desk()).whenComplete((desk, failure) -> {
            if (failure == null) {
                // What happens while it rests is not its business afterwards.
                submit(plan.asPaused(!plan.paused(), clock.nanos(), desk.marketNanos())
                        .toSetting());
            } else {
                context.toasts().failed(failure);
            }
        }));
    }

    /** At once, because it can be put back as it was. */
    private void remove() {
        chosen().ifPresent(plan -> {
            submit(AlertPlan.removal(plan.name()));
            model.removed().set(Optional.of(plan));
        });
    }

    private void putBack() {
        Optional<AlertPlan> plan = model.removed().get();
        model.removed().set(Optional.empty());
        plan.ifPresent(one -> submit(one.toSetting()));
    }

    /** How often it would have fired, told for the newest condition only. */
    private void preview() {
        long mine = ++previewed;
        AlertForm form = made().form();
        Optional<AlertCondition> meant = draft.findCondition();
        if (!draft.open.get() || meant.isEmpty() || !draft.problem.get().isEmpty()) {
            form.tellPast("");
            return;
        }
        Optional<Query.Bars> question = PastLook.question(meant.get());
        if (question.isEmpty() || !context.catalog().contains(question.get().instrument())) {
            form.tellPast(context.texts().get("alerts.preview.none"));
            return;
        }
        context.engine().ask(question.get()).whenComplete((bars, failure) -> {
            if (mine == previewed && failure == null) {
                form.tellPast(PastLook.find(meant.get(), draft.repetition(), bars)
                        .map(this::found)
                        .orElseGet(() -> context.texts().get("alerts.preview.none")));
            }
        });
    }

    private String found(PastLook.Found found) {
        String often = context.texts()
                .get(
                        "alerts.preview",
                        found.times(),
                        context.texts().figures().count(found.times()),
                        found.days(),
                        context.texts().figures().count(found.days()));
        return found.lastNanos() == 0
                ? often
                : often + " "
                        + context.texts()
                                .get(
                                        "alerts.preview.last",
                                        context.texts().figures().dateMinute(found.lastNanos()));
    }

    private void submit(ChangeSetting change) {
        context.engine().submit(change).whenComplete((answer, failure) -> {
            if (failure != null) {
                context.toasts().failed(failure);
                return;
            }
            switch (answer) {
                case Answer.Done done -> model.changed(change.key(), change.value());
                case Answer.Refused(var refusal) -> context.toasts().refused(refusal);
            }
        });
    }
}
