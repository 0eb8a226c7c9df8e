package io.sextant.ui.panel.assistant;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.ui.assistant.AssistantDesk;
import io.sextant.ui.assistant.AssistantDesk.Sentence;
import io.sextant.ui.assistant.AssistantDesks;
import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.Part;
import io.sextant.ui.assistant.AssistantWishes;
import io.sextant.ui.life.OrderLives;
import io.sextant.ui.parts.FileOpener;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.signal.RunBacktestOf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** Brings what is typed and said to the assistant, and what it wants shown to the window. It sends no command by itself. */
public final class AssistantController implements Panel {

    private static final System.Logger LOG = System.getLogger(AssistantController.class.getName());

    private static final double TICK_SECONDS = 0.1;
    /** Nobody reads a draft faster: a yes before that was meant for something else. */
    private static final double READ_SECONDS = 0.7;

    private final DeskContext context;
    private final AssistantDesks desks;
    private final ModelPicker picker;
    private final Consumer<Path> opener;
    private final RememberedWishes remembered;
    private final AssistantModel model;
    private final FactLinks links;
    private final OrderLives lives;
    private final PushKey talkKey;
    private final ChangeListener<InstrumentId> linked = (property, before, now) -> lookAt(now);
    private final Timeline countdown;
    private final PauseTransition reading = new PauseTransition(Duration.seconds(READ_SECONDS));
    private @Nullable AssistantDesk desk;
    private @Nullable AssistantView view;
    private @Nullable KeyPresses enter;

    public AssistantController(DeskContext context, AssistantDesks desks) {
        this(context, desks, ModelPicker.dialogs(context.texts()), new FileOpener(context));
    }

    /** {@code picker} asks for files, {@code opener} shows one. */
    AssistantController(DeskContext context, AssistantDesks desks, ModelPicker picker, Consumer<Path> opener) {
        this.context = context;
        this.desks = desks;
        this.picker = picker;
        this.opener = opener;
        remembered = new RememberedWishes(context);
        model = new AssistantModel(remembered.read());
        links = new FactLinks(context);
        lives = new OrderLives(context);
        talkKey = new PushKey(KeyCode.F4, this::stopTalking);
        countdown = new Timeline(new KeyFrame(
                Duration.seconds(TICK_SECONDS),
                passed -> model.secondsLeft.set(Math.max(0, model.secondsLeft.get() - TICK_SECONDS))));
        countdown.setCycleCount(Animation.INDEFINITE);
        reading.setOnFinished(passed -> read());
        model.draft.addListener((property, before, now) -> {
            reading.stop();
            if (now.isPresent()) {
                countdown.playFromStart();
            } else {
                countdown.stop();
            }
        });
        model.wishes.addListener((property, before, now) -> wish(now));
    }

    private void wish(AssistantWishes wishes) {
        remembered.write(wishes);
        desk().wish(wishes);
    }

    @Override
    public String id() {
        return PanelIds.ASSISTANT;
    }

    @Override
    public ObservableValue<String> title() {
        return Bindings.createStringBinding(
                () -> context.texts()
                        .get(model.standingBy.get().isEmpty() ? "assistant.title" : "assistant.title.open"),
                model.standingBy,
                context.texts().figuresProperty());
    }

    @Override
    public Ikon icon() {
        return MaterialDesignA.ACCOUNT_VOICE;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onOpen() {
        if (model.wishes.get().wakeWord() || model.wishes.get().extras().byItself()) {
            desk();
        }
    }

    @Override
    public void onClose() {
        talkKey.letGo();
        AssistantDesk open = desk;
        desk = null;
        countdown.stop();
        reading.stop();
        context.linkedInstrument().removeListener(linked);
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void onShow() {
        ownView();
        desk().lookAgain();
        beginToRead();
    }

    @Override
    public void onHide() {
        reading.stop();
        lives.close();
    }

    @Override
    public void focusFirst() {
        ownView().focusFirst();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(
                action("talk", this::talk).withShortcut("F4").onlyByItsKey(),
                action("hush", () -> desk().hush()).withShortcut("Shift+F4"),
                action("confirm", this::confirm).withPanelShortcut("Alt+Enter"),
                action("discard", this::discard).withPanelShortcut("Alt+Delete"));
    }

    private DeskAction action(String name, Runnable run) {
        return DeskAction.of(
                "assistant." + name, DeskAction.Group.WINDOW, context.texts().bind("assistant.action." + name), run);
    }

    /** The same grammar as in the panel, offered where commands are looked for. */
    @Override
    public Optional<DeskAction> findSentence(String typed) {
        Sentence sentence = desk().read(typed);
        if (sentence == Sentence.NOTHING) {
            return Optional.empty();
        }
        return Optional.of(DeskAction.of(
                "assistant.say",
                switch (sentence) {
                    case ACTS -> DeskAction.Group.SAFETY;
                    case DRAFTS -> DeskAction.Group.ORDERS;
                    case TELLS, NOTHING -> DeskAction.Group.WINDOW;
                },
                new SimpleStringProperty(context.texts().get("assistant.palette." + sentence, typed)),
                () -> {
                    desk().say(typed);
                    context.desk().showPanel(PanelIds.ASSISTANT);
                }));
    }

    private AssistantDesk desk() {
        AssistantDesk known = desk;
        if (known != null) {
            return known;
        }
        AssistantDesk opened = desks.open(model.wishes.get(), news -> Platform.runLater(() -> take(news)));
        desk = opened;
        opened.lookAt(context.linkedInstrument().get());
        context.linkedInstrument().addListener(linked);
        return opened;
    }

    private AssistantView ownView() {
        AssistantView known = view;
        if (known != null) {
            return known;
        }
        AssistantView made = new AssistantView(
                model,
                context.texts(),
                this::desk,
                this::follow,
                new SetupPane.Picking(() -> install(picker.zip(window())), () -> install(picker.folder(window()))),
                new BriefedBar.Hands(written -> opener.accept(written.page()), this::save),
                this::confirm);
        view = made;
        enter = new KeyPresses(KeyCode.ENTER, made);
        return made;
    }

    private javafx.stage.@Nullable Window window() {
        AssistantView shown = view;
        return shown == null || shown.getScene() == null
                ? null
                : shown.getScene().getWindow();
    }

    private void install(Optional<Path> picked) {
        picked.ifPresent(desk()::installModel);
    }

    /** A copy of what lies in the data folder. */
    private void save(AssistantNews.Briefed written) {
        picker.paper(window(), String.valueOf(written.paper().getFileName()))
                .ifPresent(to -> Thread.ofVirtual().start(() -> {
                    String told;
                    try {
                        Files.copy(written.paper(), to, StandardCopyOption.REPLACE_EXISTING);
                        told = "assistant.briefed.saved";
                    } catch (IOException failed) {
                        LOG.log(System.Logger.Level.WARNING, "a briefing was not saved", failed);
                        told = "assistant.briefed.unsaved";
                    }
                    String key = told;
                    Platform.runLater(
                            () -> context.toasts().info(context.texts().get(key), to.toString()));
                }));
    }

    private void lookAt(InstrumentId instrument) {
        desk().lookAt(instrument);
    }

    private void talk() {
        if (talkKey.isHeld()) {
            return;
        }
        // First, because it may move the keyboard to another window, and the release is heard in the one that has it.
        context.desk().showPanel(PanelIds.ASSISTANT);
        if (talkKey.press()) {
            desk().listen();
        }
    }

    private void stopTalking() {
        AssistantDesk open = desk;
        if (open != null) {
            open.stopListening();
        }
    }

    private boolean isInSight() {
        javafx.stage.Window shown = window();
        return context.desk().isShowing(PanelIds.ASSISTANT)
                && shown != null
                && shown.isShowing()
                && !(shown instanceof Stage stage && stage.isIconified());
    }

    private void beginToRead() {
        if (model.draft.get().isPresent() && !model.readable.get()) {
            reading.playFromStart();
        }
    }

    /** Only what was in sight can be confirmed, by hand as by voice. */
    private void read() {
        if (!isInSight()) {
            reading.playFromStart();
            return;
        }
        model.draft.get().ifPresent(open -> {
            desk().shown(open.id());
            model.readable.set(true);
        });
    }

    private void confirm() {
        KeyPresses presses = enter;
        if (presses == null || presses.repeats() || !model.readable.get() || model.confirming.get()) {
            return;
        }
        model.draft.get().ifPresent(open -> {
            model.confirming.set(true);
            desk().confirm(open.id());
        });
    }

    private void discard() {
        model.draft.get().filter(open -> !model.confirming.get()).ifPresent(open -> desk().discard(open.id()));
    }

    private void follow(Part.Figure figure, Node where) {
        FactLinks.findOrder(figure.source())
                .ifPresentOrElse(
                        order -> {
                            Bounds bounds = where.localToScreen(where.getBoundsInLocal());
                            lives.open(
                                    order,
                                    where,
                                    bounds.getCenterX(),
                                    bounds.getMinY(),
                                    PopOver.ArrowLocation.BOTTOM_CENTER);
                        },
                        () -> links.follow(figure.source()));
    }

    private void take(AssistantNews news) {
        if (desk == null) {
            return;
        }
        model.take(news);
        switch (news) {
            case AssistantNews.Drafted _ -> {
                context.desk().showPanel(PanelIds.ASSISTANT);
                beginToRead();
            }
            case AssistantNews.ShowPanel(String panel) -> context.desk().showPanel(panel);
            case AssistantNews.ShowChart(InstrumentId instrument, Optional<Timeframe> timeframe) -> {
                context.linkedInstrument().set(instrument);
                context.desk().showPanel(PanelIds.CHART);
                timeframe.ifPresent(this::turnTo);
            }
            case AssistantNews.ShowTimeframe(Timeframe timeframe) -> {
                context.desk().showPanel(PanelIds.CHART);
                turnTo(timeframe);
            }
            case AssistantNews.RunBacktest(String strategy, Optional<InstrumentId> instrument) -> {
                context.desk().showPanel(PanelIds.BACKTEST_LAB);
                context.signals().send(new RunBacktestOf(strategy, instrument));
            }
            case AssistantNews.Recommended _ ->
                context.toasts()
                        .info(
                                context.texts().get("assistant.recommended.title"),
                                context.texts().get("assistant.recommended.look"));
            case AssistantNews.Briefed(String title, Path page, Path _) ->
                context.toasts().info(title, page.toString());
            case AssistantNews.Line _,
                    AssistantNews.RecommendedEnded _,
                    AssistantNews.DraftEnded _,
                    AssistantNews.DraftWaits _,
                    AssistantNews.Listening _,
                    AssistantNews.StandingBy _,
                    AssistantNews.Level _,
                    AssistantNews.WakeWords _,
                    AssistantNews.Live _,
                    AssistantNews.Standing _,
                    AssistantNews.Fetching _,
                    AssistantNews.FetchEnded _ -> {}
        }
    }

    private void turnTo(Timeframe timeframe) {
        context.desk().run(PanelIds.CHART + ".timeframe." + timeframe.label());
    }
}
