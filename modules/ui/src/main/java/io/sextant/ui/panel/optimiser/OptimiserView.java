package io.sextant.ui.panel.optimiser;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.portfolio.OptimiserBoard;
import io.sextant.domain.portfolio.OptimiserBoard.Computed;
import io.sextant.domain.portfolio.OptimiserBoard.Kind;
import io.sextant.domain.portfolio.WeightMethod;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.Scrolled;
import io.sextant.ui.parts.SpokenCell;
import io.sextant.ui.parts.TurningSplit;
import io.sextant.ui.signal.OrderProposed;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The frontier beside what a place on it means, what limits it, and the orders that lead there; or why there is nothing to see. */
final class OptimiserView extends VBox {

    /** Below this the panel scrolls instead of squeezing its parts. */
    private static final double LEAST_HEIGHT = 340;

    private @Nullable ScrollPane scroll;

    private final OptimiserModel model;
    private final Texts texts;
    private final ComboBox<Timeframe> timeframe = new ComboBox<>();
    private final Label about = new Label();
    private final StackPane left;
    private final FrontierChart chart;
    private final EmptyState nothing;
    private final StringProperty why = new SimpleStringProperty("");
    private final List<Node> figures;

    OptimiserView(
            OptimiserModel model, Texts texts, ObservableValue<ChartPalette> palette, Consumer<OrderProposed> ticket) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("panel", "optimiser-panel");
        chart = new FrontierChart(model, texts, palette);
        nothing = new EmptyState(MaterialDesignC.CHART_BELL_CURVE_CUMULATIVE, why);
        nothing.setId("optimiser-nothing");
        left = new StackPane(chart, nothing);
        left.setMinSize(0, 0);
        figures = List.of(
                new BarsPane(false, model, texts),
                new BarsPane(true, model, texts),
                new CorrelationPane(model, texts, palette),
                new PastPane(model, texts),
                new OrdersPane(model, texts, ticket));
        TabPane tabs = new TabPane(
                tab("weights", Scrolled.whereLow(figures.get(0))),
                tab("risk", Scrolled.whereLow(figures.get(1))),
                tab("correlations", Scrolled.whereLow(figures.get(2))),
                tab("past", Scrolled.whereLow(figures.get(3))),
                tab("orders", Scrolled.whereLow(figures.get(4))),
                tab("views", scrolled(new ViewsPane(model, texts))),
                tab("limits", scrolled(new LimitsPane(model, texts))),
                tab("goals", scrolled(new GoalsPane(model, texts))));
        tabs.setId("optimiser-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        TurningSplit body = new TurningSplit(left, tabs, 0.5, 0.45);
        body.setMinHeight(LEAST_HEIGHT);
        VBox.setVgrow(body, Priority.ALWAYS);
        about.setId("optimiser-about");
        about.getStyleClass().add("options-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.managedProperty().bind(about.textProperty().isNotEmpty());
        getChildren().addAll(bar(), about, body);
        model.board.addListener(change -> choose());
        model.problem.addListener(change -> choose());
        model.desk.addListener(change -> choose());
        texts.figuresProperty().addListener(change -> choose());
        choose();
    }

    /** The whole of it, which scrolls in a low dock. */
    ScrollPane scrolled() {
        ScrollPane known = scroll;
        if (known == null) {
            known = Scrolled.whereLow(this);
            scroll = known;
        }
        return known;
    }

    void focusFirst() {
        chart.requestFocus();
    }

    private static ScrollPane scrolled(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        return scroll;
    }

    private FlowPane bar() {
        ComboBox<WeightMethod> method = new ComboBox<>();
        method.setId("optimiser-method");
        method.getStyleClass().add("compact");
        method.getItems().setAll(WeightMethod.values());
        SpokenCell.in(method, one -> texts.bind("optimiser.method." + one.name()));
        method.accessibleTextProperty().bind(texts.bind("optimiser.method"));
        method.valueProperty().bindBidirectional(model.method);
        timeframe.setId("optimiser-timeframe");
        timeframe.getStyleClass().add("compact");
        timeframe.getItems().setAll(OptimiserModel.TIMEFRAMES);
        SpokenCell.in(timeframe, one -> texts.bind("chartpanel.timeframe." + one.name()));
        timeframe.accessibleTextProperty().bind(texts.bind("optimiser.timeframe"));
        timeframe.valueProperty().bindBidirectional(model.timeframe);
        Button back = new Button();
        back.setId("optimiser-back");
        back.getStyleClass().add("compact");
        back.textProperty().bind(texts.bind("optimiser.back"));
        back.disableProperty().bind(Bindings.createBooleanBinding(() -> Double.isNaN(model.place.get()), model.place));
        back.setOnAction(pressed -> model.place.set(OptimiserModel.OF_METHOD));
        Label mode = new Label();
        mode.setId("optimiser-mode");
        mode.getStyleClass().add("muted");
        mode.managedProperty().bind(mode.textProperty().isNotEmpty());
        Runnable tell = () -> mode.setText(
                model.desk
                                .get()
                                .filter(desk -> desk.mode() == TradingMode.SIMULATED)
                                .isPresent()
                        ? texts.get("optimiser.simulated")
                        : "");
        model.desk.addListener(change -> tell.run());
        texts.figuresProperty().addListener(change -> tell.run());
        FlowPane bar = new FlowPane(method, timeframe, back, mode);
        bar.getStyleClass().add("wrap-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Tab tab(String name, Node content) {
        Tab tab = new Tab();
        tab.setId("optimiser-tab-" + name);
        tab.textProperty().bind(texts.bind("optimiser." + name));
        tab.setContent(content);
        return tab;
    }

    private void choose() {
        boolean computed = model.computed().isPresent();
        chart.setVisible(computed);
        nothing.setVisible(!computed);
        figures.forEach(pane -> pane.setVisible(computed));
        about.setText(model.computed().map(this::about).orElse(""));
        why.set(
                model.problem.get().isEmpty()
                        ? model.board.get().map(this::why).orElseGet(() -> texts.get("optimiser.opening"))
                        : texts.get("optimiser.failed", model.problem.get()));
    }

    private String about(Computed told) {
        long[] bars = told.barNanos();
        String sentence = texts.get(
                "optimiser.about",
                texts.figures().count(told.instruments().size()),
                texts.figures().count(bars.length),
                texts.figures().utcDate(bars[0]),
                texts.figures().utcDate(bars[bars.length - 1]));
        if (told.find(Kind.CHOSEN).isPresent()) {
            return sentence;
        }
        return sentence + " "
                + told.trouble()
                        .map(trouble -> WeightWords.sentence(trouble, texts))
                        .orElse("");
    }

    private String why(OptimiserBoard board) {
        return switch (board) {
            case Computed computed -> "";
            case OptimiserBoard.TooFewInstruments few ->
                few.found().isEmpty()
                        ? texts.get("optimiser.nobars", texts.figures().count(few.neededBars()))
                        : texts.get(
                                "optimiser.one",
                                names(few.found()),
                                texts.figures().count(few.neededBars()));
            case OptimiserBoard.TooFewBars few ->
                texts.get(
                        "optimiser.few",
                        names(few.instruments()),
                        texts.figures().count(few.bars()),
                        texts.figures().count(few.neededBars()));
            case OptimiserBoard.CapTooLow low ->
                texts.get(
                        "optimiser.caplow",
                        texts.figures().count(low.instruments()),
                        texts.figures().percent(100 * low.most(), 1),
                        texts.figures().percent(Math.ceil(1_000.0 / low.instruments()) / 10, 1));
            case OptimiserBoard.NotSolved none -> WeightWords.sentence(none.trouble(), texts);
        };
    }

    private static String names(List<InstrumentId> instruments) {
        return instruments.stream().map(InstrumentId::symbol).collect(Collectors.joining(", "));
    }
}
