package io.sextant.ui.panel.forecasts;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.TrainingCurve;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.LiveBars;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Topic;
import io.sextant.ui.panel.forecasts.ForecastsModel.Stage;
import io.sextant.ui.panel.forecasts.ForecastsModel.Wish;
import io.sextant.ui.parts.InstrumentFollower;
import io.sextant.ui.parts.JobWatch;
import io.sextant.ui.parts.Palettes;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Asks the engine what is forecast while the panel can be seen, has models trained, and sends which one is to count. */
public final class ForecastsController implements Panel {

    private static final System.Logger LOG = System.getLogger(ForecastsController.class.getName());
    private static final String TIMEFRAME_SETTING = "ui.forecasts.timeframe";
    private static final String CHAMPION_SETTING = "forecast.champion.";
    private static final int BARS_READ = 80;
    private static final Duration EVERY = Duration.seconds(1);

    /** The engine takes a moment over what is new; so often it is asked again after that. */
    private static final int ASKED_AGAIN = 4;

    /** After so many seconds an answer is no longer waited for. */
    private static final int PATIENCE = 10;

    private final DeskContext context;
    private final ForecastsModel model = new ForecastsModel();
    private final JobWatch watch = new JobWatch();
    private final DayMemory memory = new DayMemory();
    private final InstrumentFollower follower;
    private final Timeline seconds = new Timeline(new KeyFrame(EVERY, passed -> second()));
    private final Subscriptions barSubscription = new Subscriptions();
    private final Subscriptions deskSubscription = new Subscriptions();
    private Optional<RunningJob<ForecastBoard>> job = Optional.empty();
    private long newestBarNanos = Long.MIN_VALUE;
    private int asksLeft;
    private int asked;
    private boolean waiting;
    private int waitedSeconds;
    private boolean shown;
    private boolean deskTrains;
    private boolean begun;
    private @Nullable ForecastsView view;

    public ForecastsController(DeskContext context) {
        this.context = context;
        follower = new InstrumentFollower(context, (instrument, whileLinked) -> follow(instrument));
        seconds.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public String id() {
        return PanelIds.FORECASTS;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("forecasts.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CHART_TIMELINE_VARIANT;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onShow() {
        if (!begun) {
            begun = true;
            ownView();
            context.settings()
                    .find(TIMEFRAME_SETTING)
                    .flatMap(ForecastsController::read)
                    .ifPresent(model.timeframe::set);
        }
        shown = true;
        deskSubscription.add(
                context.engine().onState(new Topic.Desk(), desk -> model.mode.set(Optional.of(desk.mode()))));
        follower.start();
        job.ifPresent(watch::watch);
        seconds.play();
    }

    /** What nobody sees is not asked for. A training goes on: it is the engine's. */
    @Override
    public void onHide() {
        shown = false;
        seconds.stop();
        watch.stop();
        follower.stop();
        deskSubscription.close();
        barSubscription.close();
        model.wish.set(Optional.empty());
        drop();
    }

    @Override
    public void focusFirst() {
        ownView().focusFirst();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(
                DeskAction.of(
                                "forecasts.reload",
                                DeskAction.Group.DATA,
                                context.texts().bind("forecasts.action.reload"),
                                this::reload)
                        .withPanelShortcut("F5"),
                DeskAction.of(
                        "forecasts.train",
                        DeskAction.Group.DATA,
                        context.texts().bind("forecasts.action.train"),
                        this::train));
    }

    private ForecastsView ownView() {
        ForecastsView known = view;
        if (known != null) {
            return known;
        }
        ForecastsView made = new ForecastsView(
                model, context.texts(), Palettes.of(context.themes()), watch, new ForecastsView.Hand() {
                    @Override
                    public void train() {
                        ForecastsController.this.train();
                    }

                    @Override
                    public void send(Wish wish) {
                        ForecastsController.this.send(wish);
                    }

                    @Override
                    public void again() {
                        reload();
                    }
                });
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
        model.wish.set(Optional.empty());
        drop();
        Optional<Instrument> instrument = model.instrument.get();
        boolean other = model.board
                .get()
                .filter(told -> instrument
                                .filter(one -> one.id().equals(told.instrument()))
                                .isPresent()
                        && told.timeframe() == model.timeframe.get())
                .isEmpty();
        if (other) {
            model.board.set(Optional.empty());
            model.bars.set(BarSeries.EMPTY);
            model.dayAgo.set(Optional.empty());
            model.drawn.set(Set.of());
            model.problem.set("");
            deskTrains = false;
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
        boolean moves = model.stage.get() == Stage.OPENING
                || model.board
                        .get()
                        .filter(told -> told.state() == ForecastBoard.State.OPENING
                                || told.state() == ForecastBoard.State.LEARNING)
                        .isPresent();
        boolean another = moves || job.isPresent();
        if (!another && asksLeft > 0) {
            asksLeft--;
            another = true;
        }
        if (another) {
            ask();
        }
    }

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
        Timeframe timeframe = model.timeframe.get();
        context.engine()
                .ask(new Query.Forecasts(id, timeframe))
                .thenCombine(
                        context.engine().ask(new Query.Bars(id, timeframe, Long.MAX_VALUE, BARS_READ)), Arrived::new)
                .whenComplete((arrived, failure) -> {
                    if (wanted == asked) {
                        waiting = false;
                        take(arrived, failure);
                    }
                });
    }

    private record Arrived(ForecastBoard board, BarSeries bars) {}

    /** Whatever is still on its way is of another series, or nobody looks. */
    private void drop() {
        asked++;
        waiting = false;
        asksLeft = 0;
    }

    private void take(Arrived arrived, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.log(System.Logger.Level.INFO, "forecasts did not load", failure);
            Throwable inner = failure.getCause();
            model.problem.set(String.valueOf((inner == null ? failure : inner).getMessage()));
            if (model.board.get().isEmpty()) {
                model.stage.set(Stage.FAILED);
            }
            return;
        }
        ForecastBoard board = arrived.board();
        model.problem.set("");
        model.bars.set(arrived.bars());
        if (!model.board.get().equals(Optional.of(board))) {
            model.board.set(Optional.of(board));
        }
        model.dayAgo.set(memory.see(board));
        goAlongWithTheDesk(board);
        boolean canShow = board.championForecast().flatMap(ModelForecast::fan).isPresent();
        model.stage.set(
                canShow
                        ? Stage.SHOWN
                        : switch (board.state()) {
                            case OPENING -> Stage.OPENING;
                            case TOO_FEW_BARS -> Stage.FEW;
                            case LEARNING, READY -> Stage.LEARNING;
                        });
    }

    private void train() {
        Optional<Instrument> instrument = model.instrument.get();
        if (instrument.isEmpty() || job.isPresent()) {
            return;
        }
        goAlong(new Job.TrainForecasts(instrument.get().id(), model.timeframe.get(), List.of()));
    }

    /** A training that the desk began by itself is shown, and can be cancelled, like one that was asked for here. */
    private void goAlongWithTheDesk(ForecastBoard board) {
        boolean trains = board.state() == ForecastBoard.State.LEARNING
                && board.trainings().stream().anyMatch(one -> one.state() == TrainingCurve.State.RUNNING);
        if (trains && !deskTrains && job.isEmpty()) {
            goAlong(new Job.FollowTraining(board.instrument(), board.timeframe()));
        }
        deskTrains = trains;
    }

    private void goAlong(Job<ForecastBoard> training) {
        RunningJob<ForecastBoard> begunNow = context.engine().start(training);
        job = Optional.of(begunNow);
        model.training.set(true);
        if (shown) {
            watch.watch(begunNow);
        }
        begunNow.result().whenComplete((result, failure) -> {
            job = Optional.empty();
            model.training.set(false);
            if (failure != null && !isCancelled(failure)) {
                context.toasts().failed(failure.getCause() == null ? failure : failure.getCause());
            }
            askAgain();
        });
    }

    private static boolean isCancelled(Throwable failure) {
        return failure instanceof CancellationException || failure.getCause() instanceof CancellationException;
    }

    private void send(Wish wish) {
        Optional<Instrument> instrument = model.instrument.get();
        if (instrument.isEmpty()) {
            return;
        }
        String key = CHAMPION_SETTING + instrument.get().id().symbol() + "."
                + model.timeframe.get().label();
        context.engine().submit(new ChangeSetting(key, wish.card().id())).whenComplete((answer, failure) -> {
            if (failure != null) {
                context.toasts().failed(failure);
            } else if (answer instanceof Answer.Refused(var refusal)) {
                context.toasts().refused(refusal);
            } else {
                askAgain();
            }
        });
    }
}
