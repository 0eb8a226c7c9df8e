package io.sextant.ui.panel.strategies;

import io.sextant.domain.backtest.StrategyCard;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.InstrumentBoxes;
import io.sextant.ui.parts.NumberField;
import io.sextant.ui.parts.SpokenCell;
import io.sextant.ui.parts.StrategySettings;
import io.sextant.ui.parts.StrategyWords;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The form by which a strategy is agreed with. */
final class HostPane extends VBox {

    private static final double MOST_BPS = 1_000;
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final HostModel model;
    private final Texts texts;
    private final StrategyWords words;
    private final ComboBox<StrategyCard> kind = new ComboBox<>();
    private final TextField name = new TextField();
    private final Label idea = new Label();
    private final Label needed = new Label();
    private final Button agree = new Button();
    private final GridPane terms = grid();
    private final ObservableValue<String> currency;

    HostPane(HostModel model, Texts texts, Runnable host, Runnable leave, Runnable kindChosen) {
        this.model = model;
        this.texts = texts;
        words = new StrategyWords(texts);
        currency = model.instruments.map(
                chosen -> model.currency().map(Currency::code).orElse(Figures.NONE));
        kind(kindChosen);
        about(idea, "strategies-idea");
        about(needed, "strategies-needed");
        Label on = new Label();
        on.getStyleClass().add("muted");
        on.textProperty().bind(texts.bind("lab.on"));
        VBox form = new VBox(
                8,
                kind,
                idea,
                new StrategySettings("strategies-setting-", texts, model.card, model.values),
                on,
                new InstrumentBoxes("strategies-on-", model.choices(), model::tradesOne, model.instruments),
                needed,
                terms);
        form.getStyleClass().add("options-block");
        terms();
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        agree.setId("strategies-agree");
        agree.getStyleClass().add("accent");
        agree.textProperty().bind(texts.bind("strategies.agree"));
        agree.setOnAction(pressed -> host.run());
        Button cancel = new Button();
        cancel.setId("strategies-leave");
        cancel.textProperty().bind(texts.bind("strategies.leave"));
        cancel.setOnAction(pressed -> leave.run());
        FlowPane foot = new FlowPane(agree, cancel);
        foot.getStyleClass().add("wrap-bar");
        getChildren().addAll(scroll, foot);
        setMinSize(0, 0);
        for (Observable each : model.all()) {
            each.addListener(change -> show());
        }
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    void focusFirst() {
        kind.requestFocus();
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("forecasts-grid");
        return grid;
    }

    private static void about(Label label, String id) {
        label.setId(id);
        label.getStyleClass().add("options-about");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
    }

    private void kind(Runnable chosen) {
        kind.setId("strategies-kind");
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.setItems(model.cards);
        SpokenCell.in(
                kind, one -> Bindings.createStringBinding(() -> words.strategy(one.name()), texts.figuresProperty()));
        kind.accessibleTextProperty().bind(texts.bind("lab.strategy"));
        kind.valueProperty().addListener((property, before, now) -> {
            if (now != null && model.card.get().filter(now::equals).isEmpty()) {
                model.card.set(Optional.of(now));
                model.values.set(Map.of());
                chosen.run();
            }
        });
    }

    private void terms() {
        name.setId("strategies-name");
        name.textProperty().bindBidirectional(model.name);
        row("strategies.name", name);
        ComboBox<Timeframe> timeframe = new ComboBox<>();
        timeframe.setId("strategies-timeframe");
        timeframe.getItems().setAll(HostModel.TIMEFRAMES);
        SpokenCell.in(timeframe, one -> texts.bind("chartpanel.timeframe." + one.name()));
        timeframe.valueProperty().bindBidirectional(model.timeframe);
        row("lab.timeframe", timeframe);
        row("strategies.form.capital", money("capital", model.capital));
        row("strategies.form.largest-order", money("largest-order", model.largestOrder));
        row("strategies.form.day-loss", money("day-loss", model.largestDayLoss));
        row("strategies.orders-a-minute", whole("orders-a-minute", model.ordersAMinute, HostingLimits.ORDERS_MAX));
        row("strategies.exposure", whole("exposure", model.exposurePercent, HostingLimits.EXPOSURE_MAX));
        Label costs = new Label();
        costs.getStyleClass().add("muted");
        costs.setWrapText(true);
        costs.textProperty().bind(texts.bind("strategies.costs"));
        terms.add(costs, 0, terms.getRowCount(), 2, 1);
        row("lab.commission", bps("commission", model.commissionBps));
        row("lab.spread", bps("spread", model.spreadBps));
        row("lab.slippage", bps("slippage", model.slippageBps));
    }

    private NumberField money(String id, DoubleProperty of) {
        return field(id, of, value -> value > 0 && value <= HostModel.MOST_MONEY);
    }

    private NumberField whole(String id, DoubleProperty of, int most) {
        return field(id, of, value -> value >= 1 && value <= most && value == Math.rint(value));
    }

    private NumberField bps(String id, DoubleProperty of) {
        return field(id, of, value -> value >= 0 && value <= MOST_BPS);
    }

    private NumberField field(String id, DoubleProperty of, DoublePredicate allowed) {
        NumberField field = new NumberField("strategies-" + id, texts, of::get, allowed, of::set);
        of.addListener(change -> field.write());
        return field;
    }

    private void row(String key, Node field) {
        Label title = new Label();
        title.textProperty().bind(texts.bind(key, currency));
        title.setWrapText(true);
        title.setLabelFor(field);
        field.accessibleTextProperty().bind(title.textProperty());
        terms.addRow(terms.getRowCount(), title, field);
    }

    private void show() {
        kind.setValue(model.card.get().orElse(null));
        idea.setText(model.card.get().map(StrategyCard::name).map(words::about).orElse(""));
        name.pseudoClassStateChanged(DANGER, !model.hasName());
        agree.setDisable(!model.isComplete());
        needed.setText(model.card
                .get()
                .filter(one -> !model.hasItsInstruments())
                .map(one -> one.mostInstruments() == 1
                        ? texts.get("lab.needs.one")
                        : texts.get(
                                "lab.needs.some",
                                texts.figures().count(one.fewestInstruments()),
                                texts.figures()
                                        .count(Math.min(
                                                one.mostInstruments(),
                                                model.choices().size()))))
                .orElseGet(() -> model.hasName() ? "" : texts.get("strategies.name.needed")));
    }
}
