package io.sextant.ui.panel.strategies;

import io.sextant.domain.hosting.EquityLine;
import io.sextant.domain.hosting.HostedFigures;
import io.sextant.domain.hosting.HostedFill;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.money.Money;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What came of a strategy so far: its figures, its equity, and each fill with its reason. */
final class PerformancePane extends VBox {

    private static final double ROW_HEIGHT = 24;
    private static final double SECOND_NANOS = 1e9;

    private final Texts texts;
    private final HostingWords words;
    private final FlowPane figures = new FlowPane(18, 6);
    private final CurvePlot equity = new CurvePlot("strategies-equity");
    private final LiveRows<HostedFill, HostedFill> rows = new LiveRows<>(fill -> fill);
    private final TableView<LiveRow<HostedFill>> fills = new TableView<>();
    private EquityLine drawn = EquityLine.EMPTY;

    PerformancePane(StrategiesModel model, Texts texts, HostingWords words) {
        this.texts = texts;
        this.words = words;
        figures.setId("strategies-figures");
        figures.getStyleClass().add("options-block");
        equity.setMinHeight(130);
        equity.setPrefHeight(190);
        fills.setId("strategies-fills");
        fills.getStyleClass().add("dense");
        fills.setFixedCellSize(ROW_HEIGHT);
        fills.setMinHeight(ROW_HEIGHT * 4);
        fills.setPrefHeight(ROW_HEIGHT * 6);
        fills.accessibleTextProperty().bind(texts.bind("strategies.fills"));
        Label none = new Label();
        none.textProperty().bind(texts.bind("strategies.fills.none"));
        none.setWrapText(true);
        fills.setPlaceholder(none);
        addColumns();
        fills.setItems(rows.list());
        VBox.setVgrow(equity, Priority.ALWAYS);
        getChildren().addAll(figures, equity, fills);
        model.chosen.addListener(change -> model.chosen.get().ifPresent(this::show));
        texts.figuresProperty()
                .addListener(change -> model.chosen.get().ifPresent(one -> {
                    drawn = EquityLine.EMPTY;
                    show(one);
                    fills.refresh();
                }));
        model.chosen.get().ifPresent(this::show);
    }

    private void addColumns() {
        Columns<HostedFill> columns = new Columns<>(texts);
        fills.getColumns()
                .setAll(List.of(
                        columns.times(
                                "strategies.fill.time",
                                150,
                                HostedFill::timeNanos,
                                nanos -> texts.figures().dateTime(nanos)),
                        columns.words(
                                "strategies.fill.instrument",
                                80,
                                one -> one.instrument().symbol()),
                        columns.words(
                                "strategies.fill.side",
                                60,
                                one -> texts.word(one.side()),
                                one -> Tone.ofSign((double) one.side().sign())),
                        columns.figures(
                                "strategies.fill.quantity",
                                80,
                                one -> texts.figures().quantity(one.quantity()),
                                Comparator.comparing(HostedFill::quantity)),
                        columns.figures(
                                "strategies.fill.price",
                                90,
                                one -> texts.figures().price(one.price()),
                                Comparator.comparing(HostedFill::price)),
                        columns.figures(
                                "strategies.fill.fee",
                                70,
                                one -> texts.figures().moneyFigure(one.fee()),
                                Comparator.comparingLong(one -> one.fee().units())),
                        columns.figures(
                                "strategies.fill.realised",
                                90,
                                one -> texts.figures().signedMoneyFigure(one.realised()),
                                Comparator.comparingLong(one -> one.realised().units()),
                                one -> Tone.ofSign(one.realised().units())),
                        columns.words(
                                "strategies.fill.why",
                                260,
                                one -> words.strategies().reason(one.reason()))));
    }

    private void show(HostedStrategy one) {
        HostedFigures of = one.figures();
        figures.getChildren().clear();
        add("equity", texts.figures().money(of.equity()), Tone.PLAIN);
        addSigned("result", words.result(one));
        addSigned("today", of.today());
        addSigned("realised", of.realised());
        addSigned("unrealised", of.unrealised());
        add("fees", texts.figures().money(of.fees()), Tone.PLAIN);
        add("exposure", texts.figures().money(of.exposure()), Tone.PLAIN);
        add("orders", texts.figures().count(of.orders()), Tone.PLAIN);
        add("fills", texts.figures().count(of.fills()), Tone.PLAIN);
        add("trades", texts.figures().count(of.trades()), Tone.PLAIN);
        add(
                "won",
                of.trades() == 0 ? Figures.NONE : texts.figures().percent(100.0 * of.tradesWon() / of.trades(), 0),
                Tone.PLAIN);
        rows.show(one.fills());
        draw(one.equity());
    }

    private void addSigned(String key, Money of) {
        add(key, texts.figures().signedMoney(of), Tone.ofSign(of.units()));
    }

    private void add(String key, String value, Tone tone) {
        Label title = new Label(texts.get("strategies.figure." + key));
        title.getStyleClass().add("muted");
        Label figure = new Label(value);
        figure.setId("strategies-figure-" + key);
        figure.getStyleClass().add("figure");
        tone.applyTo(figure);
        VBox pair = new VBox(title, figure);
        pair.setAccessibleText(title.getText() + " " + value);
        figures.getChildren().add(pair);
    }

    /** Only where it is another: a curve that is drawn anew loses the place under the pointer. */
    private void draw(EquityLine line) {
        if (Arrays.equals(line.timesNanos(), drawn.timesNanos())
                && Arrays.equals(line.equity(), drawn.equity())
                && line.equity().length > 0) {
            return;
        }
        drawn = line;
        double[] x = Arrays.stream(line.timesNanos())
                .mapToDouble(nanos -> nanos / SECOND_NANOS)
                .toArray();
        equity.show(new CurvePlot.Content(
                List.of(new Curve("main", Drawn.LINE, x, line.equity())),
                List.of(),
                at -> texts.figures().time(Math.round(at * SECOND_NANOS)),
                value -> texts.figures().number(value, 2),
                at -> readout(line, x, at),
                false));
    }

    private String readout(EquityLine line, double[] x, double at) {
        if (x.length == 0) {
            return "";
        }
        int after = Arrays.binarySearch(x, at);
        int place = Math.clamp(after >= 0 ? after : -after - 2, 0, x.length - 1);
        return texts.get(
                "strategies.readout",
                texts.figures().dateTime(line.timesNanos()[place]),
                texts.figures().number(line.equity()[place], 2));
    }
}
