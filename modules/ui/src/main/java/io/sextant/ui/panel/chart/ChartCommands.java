package io.sextant.ui.panel.chart;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.ui.chart.OrderLine;
import io.sextant.ui.chart.PriceChart;
import io.sextant.ui.chart.drawing.DrawingTool;
import io.sextant.ui.life.OrderLives;
import io.sextant.ui.panel.chart.drawing.ToolMenu;
import io.sextant.ui.panel.chart.event.EventsController;
import io.sextant.ui.panel.chart.moment.FieldPopOver;
import io.sextant.ui.panel.chart.replay.ReplayController;
import io.sextant.ui.panel.chart.setup.SetupStore;
import io.sextant.ui.panel.chart.studies.StudiesController;
import io.sextant.ui.panel.chart.style.StyleController;
import io.sextant.ui.parts.MomentText;
import io.sextant.ui.parts.OrderAmending;
import io.sextant.ui.parts.Palettes;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.PanelIds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.controlsfx.control.PopOver;

/** What the reader can have a chart do, from its buttons and menus, by keys and from the palette. */
final class ChartCommands {

    private static final int EVENT_BARS = 10;

    private final DeskContext context;
    private final String panelId;
    private final ChartModel model;
    private final Supplier<ChartView> view;
    private final SetupStore setups;
    private final ReplayController replay;
    private final ReadingSwitch readings;
    private final StudiesController studies;
    private final StyleController style;
    private final OrderAmending amending;
    private final OrderLives lives;
    private final EventsController events;
    private final FieldPopOver momentField;
    private final FieldPopOver templateField;
    private final LongConsumer goTo;

    ChartCommands(
            DeskContext context,
            String panelId,
            ChartModel model,
            Supplier<ChartView> view,
            SetupStore setups,
            ReplayController replay,
            ReadingSwitch readings,
            LongConsumer goTo) {
        this.context = context;
        this.panelId = panelId;
        this.model = model;
        this.view = view;
        this.setups = setups;
        this.replay = replay;
        this.readings = readings;
        this.goTo = goTo;
        studies = new StudiesController(
                model.setup(),
                context.texts(),
                () -> Palettes.of(context.themes()).getValue());
        style = new StyleController(model.setup(), context.texts());
        amending = new OrderAmending(context);
        lives = new OrderLives(context);
        events = new EventsController(context, bands -> view.get().chart().setEvents(bands));
        momentField = new FieldPopOver("go-to", "chart-moment", context.texts());
        templateField = new FieldPopOver("template.name", "chart-template-name", context.texts());
    }

    /** Gives the view's buttons and menus their work. */
    void connect(ChartView view) {
        view.studies().setOnAction(pressed -> openStudies());
        view.style().setOnAction(pressed -> openStyle());
        view.compare().setOnShowing(showing -> view.compare().getItems().setAll(compareItems()));
        view.compare().getItems().setAll(compareItems());
        view.readings().adjusted().setOnAction(pressed -> readings.switchAdjusted());
        view.readings().hours().setOnAction(pressed -> readings.switchHours());
        view.chart().setOnOrderDragged(this::amend);
        view.chart().setOnFillClicked(this::tell);
        MoreMenu more = view.more();
        more.add("replay", this::replay);
        more.add("go-to", this::goTo);
        more.add("event", this::markEvent);
        more.add("copy", this::copy);
        more.add("zoom-in", () -> view.chart().zoom(ChartView.ZOOM_STEP));
        more.add("zoom-out", () -> view.chart().zoom(1 / ChartView.ZOOM_STEP));
        more.templates(
                () -> List.copyOf(setups.templates().keySet()),
                name -> Optional.ofNullable(setups.templates().get(name)).ifPresent(model.setup()::set),
                setups::removeTemplate,
                this::saveTemplate);
    }

    List<DeskAction> actions() {
        List<DeskAction> actions = new ArrayList<>();
        for (Timeframe timeframe : Timeframe.values()) {
            actions.add(action(
                            "timeframe." + timeframe.label(),
                            context.texts()
                                    .bind(
                                            "chartpanel.action.timeframe",
                                            context.texts().bind("chartpanel.timeframe." + timeframe.name())),
                            () -> model.timeframe().set(timeframe))
                    .withPanelShortcut(ChartController.keyOf(timeframe)));
        }
        actions.add(named("studies", this::openStudies).withPanelShortcut("I"));
        actions.add(named("style", this::openStyle).withPanelShortcut("S"));
        actions.add(named("adjusted", readings::switchAdjusted).withPanelShortcut("A"));
        actions.add(named("hours", readings::switchHours).withPanelShortcut("H"));
        for (DrawingTool tool : DrawingTool.values()) {
            actions.add(action(
                            "draw." + tool.name().toLowerCase(Locale.ROOT),
                            context.texts().bind("chartdraw.tool." + tool.name()),
                            () -> view.get().chart().toolProperty().set(Optional.of(tool)))
                    .withPanelShortcut(ToolMenu.keyOf(tool)));
        }
        actions.add(named("replay", this::replay).withPanelShortcut("R"));
        actions.add(named("replay-step", replay::step).withPanelShortcut("N"));
        actions.add(named("replay-play", replay::playOrPause).withPanelShortcut("P"));
        actions.add(named("go-to", this::goTo).withPanelShortcut("G"));
        actions.add(named("event", this::markEvent).withPanelShortcut("E"));
        actions.add(named("copy", this::copy).withPanelShortcut("Shortcut+C"));
        actions.add(named("save-template", this::saveTemplate));
        actions.add(named("latest", () -> view.get().chart().showLive()));
        actions.add(named("all", () -> view.get().chart().showAll()));
        return actions;
    }

    private DeskAction named(String name, Runnable action) {
        return action(name, context.texts().bind("chartpanel." + name), action);
    }

    /** The second chart says so, since both do the same. */
    private DeskAction action(String name, ObservableValue<String> title, Runnable action) {
        ObservableValue<String> told =
                panelId.equals(PanelIds.CHART) ? title : context.texts().bind("chartpanel.second", title);
        return DeskAction.of(panelId + "." + name, DeskAction.Group.CHART, told, action);
    }

    private void openStudies() {
        studies.open(view.get().studies());
    }

    private void openStyle() {
        style.open(view.get().style());
    }

    /** One for each instrument that is not the chart's own. */
    private List<MenuItem> compareItems() {
        List<MenuItem> items = new ArrayList<>();
        for (Instrument other : context.catalog().all()) {
            String symbol = other.id().symbol();
            if (!model.instrument().equals(Optional.of(other))) {
                CheckMenuItem item = new CheckMenuItem(symbol);
                item.setId("chart-compare-" + symbol);
                item.setSelected(model.setup().get().compared().contains(symbol));
                item.setOnAction(
                        pressed -> model.setup().set(model.setup().get().comparing(symbol, item.isSelected())));
                items.add(item);
            }
        }
        return items;
    }

    /** From the bar in the middle of what is in sight, or out of the replay that runs. */
    private void replay() {
        if (model.replay().active().get()) {
            model.replay().exit();
        } else if (!model.series().get().isEmpty()) {
            model.replay().start(model.series().get(), view.get().chart().middleNanos());
        }
    }

    private void goTo() {
        momentField.ask(
                view.get().more(),
                MomentText.write(
                        view.get().chart().middleNanos(),
                        context.texts().figures().zone()),
                typed -> {
                    Optional<Long> moment =
                            MomentText.read(typed, context.texts().figures().zone());
                    moment.ifPresent(goTo::accept);
                    return moment.isPresent();
                });
    }

    /** From the middle of what is in sight on, some bars long; the reader says otherwise. */
    private void markEvent() {
        long from = view.get().chart().middleNanos();
        events.open(
                view.get().more(),
                from,
                from + EVENT_BARS * model.timeframe().get().nominalNanos());
    }

    void showEvents(Optional<InstrumentId> instrument) {
        events.show(instrument);
    }

    private void saveTemplate() {
        templateField.ask(view.get().more(), "", name -> {
            if (name.isBlank()) {
                return false;
            }
            setups.saveTemplate(name.strip(), model.setup().get());
            return true;
        });
    }

    private void copy() {
        PriceChart chart = view.get().chart();
        // Who has the keyboard is nothing for a picture.
        Node edge = chart.lookup(".focus-edge");
        edge.setOpacity(0);
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, chart.snapshot(null, null)));
        edge.setOpacity(1);
        context.toasts().info(context.texts().get("chartpanel.copied"), "");
    }

    private void amend(OrderLine line, double price, double screenX, double screenY) {
        Optional<Order> order = model.orders().get().stream()
                .filter(working -> working.id().toString().equals(line.id()))
                .findFirst();
        Optional<Price> wanted = model.instrument().map(instrument -> onTick(price, instrument));
        order.flatMap(found -> amending.form(found, wanted))
                .ifPresentOrElse(
                        form -> {
                            form.onGone(view.get().chart()::endOrderDrag);
                            form.showAt(view.get().chart(), screenX, screenY);
                        },
                        view.get().chart()::endOrderDrag);
    }

    private void tell(String order, double screenX, double screenY) {
        model.fills().get().stream()
                .map(Fill::order)
                .filter(id -> id.toString().equals(order))
                .findFirst()
                .ifPresent(
                        id -> lives.open(id, view.get().chart(), screenX, screenY, PopOver.ArrowLocation.LEFT_CENTER));
    }

    /** The chart hides, and what it opened with it. */
    void close() {
        lives.close();
        events.stop();
    }

    /** The tick nearest to a price, at least one tick. */
    static Price onTick(double price, Instrument instrument) {
        Price tick = instrument.rules().tick();
        BigDecimal size = BigDecimal.valueOf(tick.units(), tick.scale());
        long ticks = BigDecimal.valueOf(price)
                .divide(size, 0, RoundingMode.HALF_EVEN)
                .longValueExact();
        return instrument.priceOf(Math.max(1, ticks));
    }

    /** The compared instruments that exist and are not the chart's own. */
    List<InstrumentId> compared() {
        return model.setup().get().compared().stream()
                .map(InstrumentId::of)
                .filter(id -> context.catalog().findInstrument(id).isPresent()
                        && model.subject()
                                .get()
                                .filter(own -> own.id().equals(id))
                                .isEmpty())
                .toList();
    }
}
