package io.sextant.ui.panel.chart;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.ui.chart.PriceChart;
import io.sextant.ui.panel.chart.compare.ComparedBars;
import io.sextant.ui.panel.chart.drawing.DrawingStore;
import io.sextant.ui.panel.chart.replay.ReplayController;
import io.sextant.ui.panel.chart.setup.SetupStore;
import io.sextant.ui.parts.InstrumentFollower;
import io.sextant.ui.parts.Palettes;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.shell.ShowTime;
import io.sextant.ui.signal.LinkColour;
import io.sextant.ui.signal.ShowInChart;
import io.sextant.ui.signal.TradeInChart;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Loads the bars of the linked instrument, follows the newest, and fetches older ones when the reader pans towards them. */
public final class ChartController implements Panel {

    private static final long DOUBTS_AGAIN_NANOS = 15_000_000_000L;
    private static final System.Logger LOG = System.getLogger(ChartController.class.getName());

    /** The chart shows a series that is only in the archive, until the reader goes back or turns the linked panels. */
    private record Visit(InstrumentId series, InstrumentId linkedThen) {}

    private final DeskContext context;
    private final String panelId;
    private final ChartModel model = new ChartModel();
    private final InstrumentFollower follower;
    private final ChartMarks marks;
    private final ChartLink link;
    private final ReplayController replay;
    private final SetupStore setups;
    private final BarLoader loader;
    private final ReadingSwitch readings;
    private final ComparedBars compared;
    private final DrawingStore drawings;
    private final ChartCommands commands;
    private final Subscriptions bars = new Subscriptions();
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable ChartView view;
    private final Subscriptions opened = new Subscriptions();
    private @Nullable ShowInChart wanted;
    private long doubtsAskedNanos = Long.MIN_VALUE / 2;
    private boolean turning;
    private Optional<Visit> visit = Optional.empty();
    private boolean shown;

    public ChartController(DeskContext context) {
        this(context, PanelIds.CHART);
    }

    /** {@code panelId} is one of the chart panels; each remembers its own timeframe, group and setups. */
    public ChartController(DeskContext context, String panelId) {
        this.context = context;
        this.panelId = panelId;
        follower = new InstrumentFollower(context, (instrument, unused) -> follow(instrument));
        marks = new ChartMarks(context, model);
        link = new ChartLink(context, model);
        replay = new ReplayController(model.replay(), context.texts(), this::replayFrom);
        setups = new SetupStore(context.settings(), panelId);
        loader = new BarLoader(context, model, this::loaded, this::compare);
        readings = new ReadingSwitch(context, model, loader);
        compared = new ComparedBars(context, comparisons -> view().chart().setComparisons(comparisons));
        commands = new ChartCommands(context, panelId, model, this::view, setups, replay, readings, this::goTo);
        drawings = new DrawingStore(context, book -> view().chart().setDrawings(book));
        remember();
    }

    /** Takes over what the desk remembers, and has it remember what changes from now on. */
    private void remember() {
        String prefix = "ui." + panelId;
        find(prefix + ".timeframe", Timeframe.values(), Timeframe::label).ifPresent(model.timeframe()::set);
        find(prefix + ".link", LinkColour.values(), LinkColour::name).ifPresent(model.link()::set);
        context.settings()
                .find(prefix + ".pinned")
                .ifPresent(symbol -> model.pinned().set(true));
        model.timeframe().addListener((property, before, now) -> {
            context.settings().put(prefix + ".timeframe", now.label());
            if (shown) {
                show(model.subject().get());
            }
        });
        model.link().addListener((property, before, now) -> context.settings().put(prefix + ".link", now.name()));
        model.pinned().addListener((property, before, now) -> pin(now));
        model.setup().addListener((property, before, now) -> {
            model.subject().get().ifPresent(subject -> setups.put(subject.id(), now));
            if (shown && !before.compared().equals(now.compared())) {
                compare();
            }
            boolean reads = before.adjusted() != now.adjusted() || before.regularHours() != now.regularHours();
            if (shown && reads && !turning) {
                readAnew();
            }
        });
    }

    private <T> Optional<T> find(String key, T[] values, Function<T, String> name) {
        return context.settings()
                .find(key)
                .flatMap(text -> Arrays.stream(values)
                        .filter(value -> name.apply(value).equals(text))
                        .findFirst());
    }

    @Override
    public String id() {
        return panelId;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind(panelId.equals(PanelIds.CHART) ? "chartpanel.title" : "chartpanel.title.second");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CHART_BOX_OUTLINE;
    }

    @Override
    public ChartView view() {
        ChartView known = view;
        if (known != null) {
            return known;
        }
        ChartView made = new ChartView(model, context.texts(), Palettes.of(context.themes()), replay.view());
        view = made;
        commands.connect(made);
        made.chart().setOnHistoryWanted(beforeNanos -> loader.loadOlder());
        made.retry().setOnAction(pressed -> loader.reload());
        made.leave().setOnAction(pressed -> leave());
        return made;
    }

    @Override
    public void onOpen() {
        if (panelId.equals(PanelIds.CHART)) {
            opened.add(context.signals().on(ShowTime.class, this::showStretch));
            opened.add(context.signals().on(TradeInChart.class, trade -> {
                model.trade().set(Optional.of(trade));
                showStretch(TradeMarks.stretch(trade));
            }));
        }
    }

    @Override
    public void onClose() {
        opened.close();
    }

    @Override
    public void onShow() {
        shown = true;
        follower.start();
        subscriptions.add(context.engine().onState(new Topic.Desk(), this::update));
        subscriptions.add(context.signals().on(ShowInChart.class, this::showMoment));
        link.start(view().chart());
        marks.start();
    }

    @Override
    public void onHide() {
        shown = false;
        commands.close();
        model.replay().exit();
        follower.stop();
        link.stop();
        bars.close();
        loader.stop();
        compared.stop();
        drawings.stop();
        subscriptions.close();
        marks.stop();
    }

    @Override
    public void focusFirst() {
        view().chart().requestFocus();
    }

    @Override
    public List<DeskAction> actions() {
        return commands.actions();
    }

    ChartModel model() {
        return model;
    }

    /** The digits in order, then the first letters of the week and the month. */
    static String keyOf(Timeframe timeframe) {
        return switch (timeframe) {
            case S1 -> "1";
            case S5 -> "2";
            case S15 -> "3";
            case M1 -> "4";
            case M5 -> "5";
            case M15 -> "6";
            case M30 -> "7";
            case H1 -> "8";
            case H4 -> "9";
            case D1 -> "0";
            case W1 -> "W";
            case MONTH -> "M";
        };
    }

    /** A pinned chart keeps its instrument while the others follow the link; a visit ends when the link moves on. */
    private void follow(Optional<Instrument> linked) {
        visit = visit.filter(
                kept -> kept.linkedThen().equals(context.linkedInstrument().get()));
        Optional<ChartSubject> pinned = context.settings()
                .find("ui." + panelId + ".pinned")
                .filter(symbol -> model.pinned().get() && !symbol.isBlank())
                .map(symbol -> subject(InstrumentId.of(symbol)));
        Optional<ChartSubject> wantedNow = pinned.or(() -> visit.map(kept -> ChartSubject.archived(kept.series())))
                .or(() -> linked.map(ChartSubject::of));
        boolean same = pinned.isPresent() && wantedNow.equals(model.subject().get());
        if (!same) {
            show(wantedNow);
        }
    }

    private ChartSubject subject(InstrumentId id) {
        return context.catalog().findInstrument(id).map(ChartSubject::of).orElseGet(() -> ChartSubject.archived(id));
    }

    private void pin(boolean on) {
        String symbol = on ? model.subject().get().map(own -> own.id().symbol()).orElse("") : "";
        context.settings().put("ui." + panelId + ".pinned", symbol);
        if (!on && shown) {
            followAgain();
        }
    }

    private void compare() {
        compared.follow(
                commands.compared(),
                model.timeframe().get(),
                model.series().get().size());
    }

    private void show(Optional<ChartSubject> subject) {
        bars.close();
        model.replay().exit();
        drawings.show(subject.map(ChartSubject::id));
        commands.showEvents(subject.map(ChartSubject::id));
        doubtsAskedNanos = Long.MIN_VALUE / 2;
        model.begin(subject).ifPresent(request -> {
            turning = true;
            model.setup().set(setups.find(request.instrument()));
            turning = false;
            readings.begin(request.subject());
            compare();
            if (request.subject().isOfDesk()) {
                bars.add(context.engine()
                        .onState(new Topic.Bars(request.instrument(), request.timeframe()), loader::live));
            }
        });
    }

    /** The other reading is shown where this one was. */
    private void readAnew() {
        model.replay().exit();
        PriceChart chart = view().chart();
        if (!model.series().get().isEmpty() && !chart.viewport().isLive()) {
            model.subject().get().ifPresent(subject -> wanted = new ShowInChart(subject.id(), chart.middleNanos()));
        }
        loader.reload();
    }

    private void loaded(ChartModel.Request request) {
        ShowInChart moment = wanted;
        if (moment != null && moment.instrument().equals(request.instrument())) {
            wanted = null;
            goTo(moment.timeNanos());
        }
    }

    /** A simulated market has nothing that is not to be trusted. */
    private void askDoubts(DeskState desk) {
        boolean due = desk.marketNanos() - doubtsAskedNanos >= DOUBTS_AGAIN_NANOS;
        if (desk.mode() == TradingMode.SIMULATED || !due) {
            return;
        }
        doubtsAskedNanos = desk.marketNanos();
        model.current()
                .ifPresent(request -> context.engine()
                        .ask(new Query.Marks(request.instrument(), request.timeframe()))
                        .whenComplete((marked, failure) -> {
                            if (failure != null) {
                                LOG.log(System.Logger.Level.WARNING, "marks of bars did not load", failure);
                            } else if (model.doubted(request, marked)) {
                                loader.reload();
                            }
                        }));
    }

    private void goTo(long timeNanos) {
        loader.reach(timeNanos, () -> view().chart().showTime(timeNanos));
    }

    private void replayFrom(long timeNanos) {
        loader.reach(timeNanos, () -> model.replay().start(model.series().get(), timeNanos));
    }

    /** A chart that is hidden turns to the series now and to the time when it is seen. */
    private void showStretch(ShowTime stretch) {
        ShowInChart moment = new ShowInChart(
                stretch.instrument(), stretch.fromNanos() + (stretch.toNanos() - stretch.fromNanos()) / 2);
        if (isShown(stretch.instrument()) && shown && model.timeframe().get() == stretch.timeframe()) {
            showMoment(moment);
        } else if (model.pinned().get() && !isShown(stretch.instrument())) {
            context.toasts()
                    .info(
                            context.texts().get("chartpanel.kept"),
                            context.texts()
                                    .get(
                                            "chartpanel.kept.text",
                                            stretch.instrument().symbol()));
        } else {
            wanted = moment;
            model.timeframe().set(stretch.timeframe());
            turnTo(stretch.instrument());
        }
    }

    private void showMoment(ShowInChart moment) {
        if (isShown(moment.instrument()) && !model.series().get().isEmpty()) {
            goTo(moment.timeNanos());
        } else if (!model.pinned().get()) {
            wanted = moment;
            turnTo(moment.instrument());
        }
    }

    private boolean isShown(InstrumentId instrument) {
        return model.subject().get().filter(own -> own.id().equals(instrument)).isPresent();
    }

    /** The linked panels turn too, but not to what is only in the archive: nothing of it is traded here. */
    private void turnTo(InstrumentId instrument) {
        if (context.catalog().contains(instrument)) {
            visit = Optional.empty();
            InstrumentId before = context.linkedInstrument().get();
            context.linkedInstrument().set(instrument);
            if (shown && before.equals(instrument) && !isShown(instrument)) {
                followAgain();
            }
        } else {
            visit = Optional.of(new Visit(instrument, context.linkedInstrument().get()));
            if (shown && !isShown(instrument)) {
                followAgain();
            }
        }
    }

    private void leave() {
        visit = Optional.empty();
        followAgain();
        view().chart().requestFocus();
    }

    private void followAgain() {
        follow(context.catalog().findInstrument(context.linkedInstrument().get()));
    }

    private void update(DeskState desk) {
        model.update(desk.workingOrders(), desk.parents());
        askDoubts(desk);
        view().chart()
                .setCountdown(
                        model.replay().active().get() || model.instrument().isEmpty()
                                ? ""
                                : Countdown.of(model.timeframe().get(), desk.marketNanos()));
    }
}
