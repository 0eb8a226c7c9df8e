package io.sextant.ui.panel.chart;

import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.LiveBars;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.ui.parts.EventFollower;
import io.sextant.ui.parts.InstrumentFollower;
import io.sextant.ui.parts.Palettes;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Loads the bars of the linked instrument, follows the newest, and fetches older ones when the reader pans towards them. */
public final class ChartController implements Panel {

    private static final System.Logger LOG = System.getLogger(ChartController.class.getName());
    private static final String TIMEFRAME_SETTING = "ui.chart.timeframe";
    private static final int BARS_AT_ONCE = 5_000;
    private static final int PAST_FILLS = 2_000;

    private final DeskContext context;
    private final ChartModel model = new ChartModel();
    private final InstrumentFollower follower;
    private final EventFollower fills;
    private final Subscriptions bars = new Subscriptions();
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable ChartView view;
    private boolean shown;

    public ChartController(DeskContext context) {
        this.context = context;
        follower = new InstrumentFollower(context, (instrument, unused) -> show(instrument));
        fills = new EventFollower(context);
        context.settings()
                .find(TIMEFRAME_SETTING)
                .flatMap(ChartController::timeframe)
                .ifPresent(model.timeframe()::set);
        model.timeframe().addListener((property, before, now) -> {
            context.settings().put(TIMEFRAME_SETTING, now.label());
            if (shown) {
                show(model.instrument().get());
            }
        });
    }

    @Override
    public String id() {
        return PanelIds.CHART;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("chartpanel.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CHART_BOX_OUTLINE;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onShow() {
        shown = true;
        follower.start();
        subscriptions.add(context.engine().onState(new Topic.Desk(), this::update));
        fills.start(
                1,
                newest -> context.engine().ask(new Query.Fills(PAST_FILLS)).thenAccept(model::filled),
                this::happened);
    }

    @Override
    public void onHide() {
        shown = false;
        follower.stop();
        bars.close();
        subscriptions.close();
        fills.stop();
    }

    @Override
    public void focusFirst() {
        ownView().chart().requestFocus();
    }

    @Override
    public List<DeskAction> actions() {
        List<DeskAction> actions = new ArrayList<>();
        for (Timeframe timeframe : Timeframe.values()) {
            actions.add(action(
                            "chart.timeframe." + timeframe.label(),
                            context.texts()
                                    .bind(
                                            "chartpanel.action.timeframe",
                                            context.texts().bind("chartpanel.timeframe." + timeframe.name())),
                            () -> model.timeframe().set(timeframe))
                    .withPanelShortcut(keyOf(timeframe)));
        }
        actions.add(action(
                "chart.latest",
                context.texts().bind("chartpanel.latest"),
                () -> ownView().chart().showLive()));
        actions.add(action(
                "chart.all",
                context.texts().bind("chartpanel.all"),
                () -> ownView().chart().showAll()));
        return actions;
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

    private static DeskAction action(String id, ObservableValue<String> title, Runnable action) {
        return DeskAction.of(id, DeskAction.Group.CHART, title, action);
    }

    private static Optional<Timeframe> timeframe(String label) {
        for (Timeframe timeframe : Timeframe.values()) {
            if (timeframe.label().equals(label)) {
                return Optional.of(timeframe);
            }
        }
        return Optional.empty();
    }

    private ChartView ownView() {
        ChartView known = view;
        if (known != null) {
            return known;
        }
        ChartView made = new ChartView(model, context.texts(), Palettes.of(context.themes()));
        view = made;
        made.chart().setOnHistoryWanted(this::loadOlder);
        return made;
    }

    private void show(Optional<Instrument> instrument) {
        bars.close();
        model.begin(instrument).ifPresent(request -> {
            load(request);
            bars.add(context.engine()
                    .onState(new Topic.Bars(request.instrument().id(), request.timeframe()), this::live));
        });
    }

    private void load(ChartModel.Request request) {
        Query.Bars newest =
                new Query.Bars(request.instrument().id(), request.timeframe(), Long.MAX_VALUE, BARS_AT_ONCE);
        context.engine().ask(newest).whenComplete((loaded, failure) -> {
            if (failure == null) {
                model.loaded(request, loaded);
            } else {
                LOG.log(System.Logger.Level.WARNING, "bars of " + newest.instrument() + " did not load", failure);
                model.failed(request);
            }
        });
    }

    private void live(LiveBars newest) {
        if (model.live(newest)) {
            model.reload().ifPresent(this::load);
        }
    }

    private void loadOlder(long beforeNanos) {
        model.olderWanted()
                .ifPresent(request -> context.engine()
                        .ask(new Query.Bars(request.instrument().id(), request.timeframe(), beforeNanos, BARS_AT_ONCE))
                        .whenComplete((older, failure) -> {
                            if (failure == null) {
                                model.olderLoaded(request, older);
                            } else {
                                context.toasts().failed(failure);
                            }
                        }));
    }

    private void update(DeskState desk) {
        model.update(desk.workingOrders());
        ownView().chart().setCountdown(countdown(desk.marketNanos()));
    }

    /** How long the newest bar still forms; nothing for the shortest, which are over before one has read it. */
    private String countdown(long marketNanos) {
        Timeframe timeframe = model.timeframe().get();
        if (timeframe.compareTo(Timeframe.M1) < 0 || timeframe.compareTo(Timeframe.D1) > 0) {
            return "";
        }
        long seconds = (timeframe.nextStart(timeframe.startOf(marketNanos)) - marketNanos) / 1_000_000_000L;
        long hours = seconds / 3_600;
        String minutes = twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60);
        return hours > 0 ? hours + ":" + minutes : minutes;
    }

    private static String twoDigits(long value) {
        return value < 10 ? "0" + value : Long.toString(value);
    }

    private void happened(Event event) {
        if (event instanceof OrderFilled filled) {
            model.filled(List.of(filled.fill()));
        }
    }
}
