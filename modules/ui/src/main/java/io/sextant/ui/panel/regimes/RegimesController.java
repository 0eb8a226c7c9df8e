package io.sextant.ui.panel.regimes;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.regime.LimitShare;
import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.regime.RegimeProfile;
import io.sextant.domain.regime.RegimeSettings;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.LiveBars;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.ui.panel.regimes.RegimesModel.Stage;
import io.sextant.ui.parts.InstrumentFollower;
import io.sextant.ui.parts.Palettes;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** Asks the engine for regimes while the panel can be seen, and sends what the reader lets follow from them. */
public final class RegimesController implements Panel {

    private static final System.Logger LOG = System.getLogger(RegimesController.class.getName());
    private static final String TIMEFRAME_SETTING = "ui.regimes.timeframe";
    private static final Duration EVERY = Duration.seconds(1);

    /** The engine takes a moment over what is new; so often it is asked again after that. */
    private static final int ASKED_AGAIN = 4;

    /** After so many seconds an answer is no longer waited for. */
    private static final int PATIENCE = 10;

    private final DeskContext context;
    private final RegimesModel model = new RegimesModel();
    private final InstrumentFollower follower;
    private final Timeline seconds = new Timeline(new KeyFrame(EVERY, passed -> second()));
    private final Subscriptions barSubscription = new Subscriptions();
    private final Subscriptions deskSubscription = new Subscriptions();
    private long newestBarNanos = Long.MIN_VALUE;
    private int asksLeft;
    private int asked;
    private boolean waiting;
    private int waitedSeconds;
    private boolean shown;
    private boolean begun;
    private @Nullable RegimesView view;

    public RegimesController(DeskContext context) {
        this.context = context;
        follower = new InstrumentFollower(context, (instrument, whileLinked) -> follow(instrument));
        seconds.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public String id() {
        return PanelIds.REGIMES;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("regimes.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignW.WEATHER_PARTLY_CLOUDY;
    }

    @Override
    public Node view() {
        return ownView().scrolled();
    }

    @Override
    public void onShow() {
        if (!begun) {
            begun = true;
            ownView();
            context.settings()
                    .find(TIMEFRAME_SETTING)
                    .flatMap(RegimesController::read)
                    .ifPresent(model.timeframe::set);
        }
        shown = true;
        deskSubscription.add(context.engine().onState(new Topic.Desk(), desk -> model.desk.set(Optional.of(desk))));
        follower.start();
        seconds.play();
    }

    /** What nobody sees is not asked for. */
    @Override
    public void onHide() {
        shown = false;
        seconds.stop();
        follower.stop();
        deskSubscription.close();
        barSubscription.close();
        drop();
    }

    @Override
    public void focusFirst() {
        ownView().focusFirst();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(DeskAction.of(
                        "regimes.reload",
                        DeskAction.Group.DATA,
                        context.texts().bind("regimes.action.reload"),
                        this::reload)
                .withPanelShortcut("F5"));
    }

    private RegimesView ownView() {
        RegimesView known = view;
        if (known != null) {
            return known;
        }
        RegimesView made =
                new RegimesView(model, context.texts(), Palettes.of(context.themes()), new Sender(), this::reload);
        view = made;
        model.timeframe.addListener((property, before, now) -> {
            context.settings().put(TIMEFRAME_SETTING, now.label());
            if (shown) {
                begin();
            }
        });
        return made;
    }

    private static Optional<Timeframe> read(String label) {
        try {
            return Optional.of(Timeframe.parse(label));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private void follow(Optional<Instrument> instrument) {
        model.instrument.set(instrument);
        begin();
    }

    /** Listens to the series that is chosen now and asks about it. */
    private void begin() {
        barSubscription.close();
        newestBarNanos = Long.MIN_VALUE;
        drop();
        Optional<Instrument> instrument = model.instrument.get();
        boolean same = model.board
                .get()
                .filter(told -> instrument
                                .filter(one -> one.id().equals(told.instrument()))
                                .isPresent()
                        && told.timeframe() == model.timeframe.get())
                .isPresent();
        if (!same) {
            model.board.set(Optional.empty());
            model.problem.set("");
            model.stage.set(instrument.isEmpty() ? Stage.EMPTY : Stage.OPENING);
        }
        if (instrument.isPresent()) {
            barSubscription.add(
                    context.engine().onState(new Topic.Bars(instrument.get().id(), model.timeframe.get()), this::live));
            askAgain();
        }
    }

    /** A new bar that forms tells that the one before it is over. */
    private void live(LiveBars bars) {
        if (!bars.tail().isEmpty() && bars.tail().lastTimeNanos() != newestBarNanos) {
            boolean first = newestBarNanos == Long.MIN_VALUE;
            newestBarNanos = bars.tail().lastTimeNanos();
            if (!first) {
                askAgain();
            }
        }
    }

    private void reload() {
        drop();
        askAgain();
    }

    private void askAgain() {
        asksLeft = ASKED_AGAIN;
        ask();
    }

    private void second() {
        if (waiting && ++waitedSeconds >= PATIENCE) {
            drop();
        }
        boolean another = model.stage.get() == Stage.OPENING || model.stage.get() == Stage.LEARNING;
        if (!another && asksLeft > 0) {
            asksLeft--;
            another = true;
        }
        if (another) {
            ask();
        }
    }

    private record Arrived(RegimeBoard board, Map<String, String> settings) {}

    /** One question at a time. */
    private void ask() {
        Optional<Instrument> instrument = model.instrument.get();
        if (!shown || waiting || instrument.isEmpty()) {
            return;
        }
        waiting = true;
        waitedSeconds = 0;
        int wanted = ++asked;
        InstrumentId id = instrument.get().id();
        context.engine()
                .ask(new Query.Regimes(id, model.timeframe.get()))
                .thenCombine(context.engine().ask(new Query.Settings()), Arrived::new)
                .whenComplete((arrived, failure) -> {
                    if (wanted == asked) {
                        waiting = false;
                        take(arrived, failure);
                    }
                });
    }

    /** Whatever is still on its way is of another series, or nobody looks. */
    private void drop() {
        asked++;
        waiting = false;
        asksLeft = 0;
    }

    private void take(Arrived arrived, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.log(System.Logger.Level.INFO, "regimes did not load", failure);
            Throwable inner = failure.getCause();
            model.problem.set(String.valueOf((inner == null ? failure : inner).getMessage()));
            if (model.board.get().isEmpty()) {
                model.stage.set(Stage.FAILED);
            }
            return;
        }
        RegimeBoard board = arrived.board();
        model.problem.set("");
        model.settings.set(RegimeSettings.of(arrived.settings()));
        model.cap.set(ExposureCap.read(arrived.settings().getOrDefault(ExposureCap.SETTING, "")));
        model.limitShare.set(LimitShare.read(arrived.settings().getOrDefault(LimitShare.SETTING, "")));
        if (!model.board.get().equals(Optional.of(board))) {
            model.board.set(Optional.of(board));
        }
        model.stage.set(
                board.present().isPresent()
                        ? Stage.SHOWN
                        : switch (board.state()) {
                            case OPENING -> Stage.OPENING;
                            case TOO_FEW_BARS -> Stage.FEW;
                            case LEARNING, READY -> Stage.LEARNING;
                        });
    }

    private void set(String key, String value) {
        context.engine().submit(new ChangeSetting(key, value)).whenComplete((answer, failure) -> {
            if (failure != null) {
                context.toasts().failed(failure);
            } else if (answer instanceof Answer.Refused(var refusal)) {
                context.toasts().refused(refusal);
            }
            askAgain();
        });
    }

    private final class Sender implements FollowPane.Hand {

        @Override
        public void lead(boolean leads) {
            Optional<RegimeSettings.Guide> guide = FollowPane.guide(model.board.get());
            guide.ifPresent(one -> set(RegimeSettings.GUIDE, leads ? one.text() : ""));
        }

        @Override
        public void chooseModels(boolean chooses) {
            set(RegimeSettings.MODELS, chooses ? RegimeSettings.MODELS_FOLLOW : "");
        }

        @Override
        public void cap(RegimeProfile profile, int percent) {
            set(RegimeSettings.capSetting(profile), Integer.toString(percent));
        }

        @Override
        public void limits(RegimeProfile profile, int percent) {
            set(RegimeSettings.limitsSetting(profile), Integer.toString(percent));
        }

        @Override
        public void switchByHand(RegimeProfile profile, long nanos) {
            model.desk
                    .get()
                    .ifPresent(desk -> set(
                            RegimeSettings.OVERRIDE,
                            new RegimeSettings.ByHand(profile, desk.marketNanos() + nanos).text()));
        }

        @Override
        public void endByHand() {
            set(RegimeSettings.OVERRIDE, "");
        }
    }
}
