package io.sextant.ui.panel.chart;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.LiveBars;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.ui.chart.CandleSeries;
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
    private static final int BARS_AT_ONCE = 5_000;

    /** So many older bars are asked for at once to reach a moment far back. */
    private static final int BARS_BACK_MAX = 2_000_000;

    private final DeskContext context;
    private final String panelId;
    private final ChartModel model = new ChartModel();
    private final InstrumentFollower follower;
    private final ChartMarks marks;
    private final ChartLink link;
    private final ReplayController replay;
    private final SetupStore setups;
    private final ComparedBars compared;
    private final DrawingStore drawings;
    private final ChartCommands commands;
    private final Subscriptions bars = new Subscriptions();
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable ChartView view;
    private final Subscriptions opened = new Subscriptions();
    private @Nullable ShowInChart wanted;
    private long doubtsAskedNanos = Long.MIN_VALUE / 2;
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
        commands = new ChartCommands(context, panelId, model, this::view, setups, replay, this::goTo);
        compared = new ComparedBars(context, comparisons -> view().chart().setComparisons(comparisons));
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
                show(model.instrument().get());
            }
        });
        model.link().addListener((property, before, now) -> context.settings().put(prefix + ".link", now.name()));
        model.pinned().addListener((property, before, now) -> pin(now));
        model.setup().addListener((property, before, now) -> {
            model.instrument().get().ifPresent(instrument -> setups.put(instrument.id(), now));
            if (shown && !before.compared().equals(now.compared())) {
                compare();
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
        made.chart().setOnHistoryWanted(beforeNanos -> loadOlder(BARS_AT_ONCE, () -> {}));
        made.retry().setOnAction(pressed -> model.reload().ifPresent(this::load));
        return made;
    }

    @Override
    public void onOpen() {
        if (panelId.equals(PanelIds.CHART)) {
            opened.add(context.signals().on(ShowTime.class, this::showStretch));
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
        model.replay().exit();
        follower.stop();
        link.stop();
        bars.close();
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

    /** A pinned chart keeps its instrument while the others follow the link. */
    private void follow(Optional<Instrument> linked) {
        Optional<Instrument> pinned = context.settings()
                .find("ui." + panelId + ".pinned")
                .filter(symbol -> model.pinned().get())
                .flatMap(symbol -> context.catalog().all().stream()
                        .filter(instrument -> instrument.id().symbol().equals(symbol))
                        .findFirst());
        Optional<Instrument> wantedNow = pinned.or(() -> linked);
        boolean same = pinned.isPresent() && wantedNow.equals(model.instrument().get());
        if (!same) {
            show(wantedNow);
        }
    }

    private void pin(boolean on) {
        String symbol =
                on ? model.instrument().get().map(own -> own.id().symbol()).orElse("") : "";
        context.settings().put("ui." + panelId + ".pinned", symbol);
        if (!on && shown) {
            follow(context.catalog().findInstrument(context.linkedInstrument().get()));
        }
    }

    private void compare() {
        compared.follow(
                commands.compared(),
                model.timeframe().get(),
                model.series().get().size());
    }

    private void show(Optional<Instrument> instrument) {
        bars.close();
        model.replay().exit();
        drawings.show(instrument.map(Instrument::id));
        doubtsAskedNanos = Long.MIN_VALUE / 2;
        model.begin(instrument).ifPresent(request -> {
            model.setup().set(setups.find(request.instrument().id()));
            load(request);
            compare();
            bars.add(context.engine()
                    .onState(new Topic.Bars(request.instrument().id(), request.timeframe()), this::live));
        });
    }

    private void load(ChartModel.Request request) {
        int shownNow = model.series().get().size();
        Query.Bars newest = new Query.Bars(
                request.instrument().id(),
                request.timeframe(),
                Long.MAX_VALUE,
                Math.clamp(shownNow, BARS_AT_ONCE, BARS_BACK_MAX));
        context.engine().ask(newest).whenComplete((loaded, failure) -> {
            if (failure == null) {
                model.loaded(request, loaded);
                ShowInChart moment = wanted;
                if (moment != null
                        && moment.instrument().equals(request.instrument().id())) {
                    wanted = null;
                    goTo(moment.timeNanos());
                }
            } else {
                LOG.log(System.Logger.Level.WARNING, "bars of " + newest.instrument() + " did not load", failure);
                model.failed(request);
            }
        });
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
                        .ask(new Query.Marks(request.instrument().id(), request.timeframe()))
                        .whenComplete((marked, failure) -> {
                            if (failure != null) {
                                LOG.log(System.Logger.Level.WARNING, "marks of bars did not load", failure);
                            } else if (model.doubted(request, marked)) {
                                model.reload().ifPresent(this::load);
                            }
                        }));
    }

    private void live(LiveBars newest) {
        if (model.live(newest)) {
            model.reload().ifPresent(this::load);
        }
    }

    private void loadOlder(int limit, Runnable then) {
        model.olderWanted()
                .ifPresentOrElse(
                        request -> {
                            CandleSeries series = model.series().get();
                            long beforeNanos = series.openTimeNanos(series.firstIndex());
                            context.engine()
                                    .ask(new Query.Bars(
                                            request.instrument().id(), request.timeframe(), beforeNanos, limit))
                                    .whenComplete((older, failure) -> {
                                        if (failure == null) {
                                            model.olderLoaded(request, older);
                                            compare();
                                            then.run();
                                        } else {
                                            context.toasts().failed(failure);
                                        }
                                    });
                        },
                        then);
    }

    /** Has the bars down to a moment loaded before it goes on; what is before the first bar there is cannot be. */
    private void reach(long timeNanos, Runnable then) {
        CandleSeries series = model.series().get();
        if (series.isEmpty() || series.openTimeNanos(series.firstIndex()) <= timeNanos) {
            then.run();
            return;
        }
        long missing = (series.openTimeNanos(series.firstIndex()) - timeNanos)
                / model.timeframe().get().nominalNanos();
        loadOlder(Math.clamp(missing + BARS_AT_ONCE, BARS_AT_ONCE, BARS_BACK_MAX), then);
    }

    private void goTo(long timeNanos) {
        reach(timeNanos, () -> view().chart().showTime(timeNanos));
    }

    private void replayFrom(long timeNanos) {
        reach(timeNanos, () -> model.replay().start(model.series().get(), timeNanos));
    }

    /** A chart that is hidden turns to the series now and to the time when it is seen. */
    private void showStretch(ShowTime stretch) {
        if (context.catalog().findInstrument(stretch.instrument()).isEmpty()) {
            context.toasts()
                    .info(
                            context.texts().get("chartpanel.archive-only"),
                            context.texts()
                                    .get(
                                            "chartpanel.archive-only.text",
                                            stretch.instrument().symbol()));
            return;
        }
        ShowInChart moment = new ShowInChart(
                stretch.instrument(), stretch.fromNanos() + (stretch.toNanos() - stretch.fromNanos()) / 2);
        if (shown && model.timeframe().get() == stretch.timeframe()) {
            showMoment(moment);
        } else if (!model.pinned().get()) {
            wanted = moment;
            model.timeframe().set(stretch.timeframe());
            context.linkedInstrument().set(stretch.instrument());
        }
    }

    private void showMoment(ShowInChart moment) {
        if (model.instrument()
                        .get()
                        .filter(own -> own.id().equals(moment.instrument()))
                        .isPresent()
                && !model.series().get().isEmpty()) {
            goTo(moment.timeNanos());
        } else if (!model.pinned().get()) {
            wanted = moment;
            context.linkedInstrument().set(moment.instrument());
        }
    }

    private void update(DeskState desk) {
        model.update(desk.workingOrders());
        askDoubts(desk);
        view().chart()
                .setCountdown(
                        model.replay().active().get()
                                ? ""
                                : Countdown.of(model.timeframe().get(), desk.marketNanos()));
    }
}
