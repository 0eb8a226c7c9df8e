package io.sextant.ui.panel.lab;

import io.sextant.domain.backtest.BacktestReport.Trade;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every trade of a run with its reasons and how far it stood against and for itself; Enter or a double click shows it in the chart. */
final class TradesPane extends VBox {

    private static final double ROW_HEIGHT = 24;

    /** A trade by its place, as two can be alike. */
    private record Placed(int place, Trade trade) {}

    private final Texts texts;
    private final LabWords words;
    private final TableView<LiveRow<Placed>> table = new TableView<>();
    private final LiveRows<Integer, Placed> rows = new LiveRows<>(Placed::place);

    TradesPane(LabModel model, Texts texts, Consumer<Trade> inChart) {
        this.texts = texts;
        words = new LabWords(texts);
        Label hint = new Label();
        hint.getStyleClass().add("options-about");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.textProperty().bind(texts.bind("lab.trades.hint"));
        table.setId("lab-trades");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setMinHeight(ROW_HEIGHT * 3);
        table.accessibleTextProperty().bind(texts.bind("lab.tab.trades"));
        addColumns();
        table.setItems(rows.list());
        table.setRowFactory(view -> {
            TableRow<LiveRow<Placed>> row = new TableRow<>();
            row.setOnMouseClicked(clicked -> {
                if (clicked.getClickCount() == 2 && !row.isEmpty()) {
                    inChart.accept(row.getItem().value().get().trade());
                }
            });
            return row;
        });
        table.setOnKeyPressed(pressed -> {
            LiveRow<Placed> chosen = table.getSelectionModel().getSelectedItem();
            if (pressed.getCode() == KeyCode.ENTER && chosen != null) {
                inChart.accept(chosen.value().get().trade());
                pressed.consume();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(hint, table);
        model.shown.addListener(change -> model.shown.get().ifPresent(run -> {
            List<Placed> placed = new ArrayList<>();
            for (Trade each : run.report().trades()) {
                placed.add(new Placed(placed.size(), each));
            }
            rows.show(placed);
            table.refresh();
        }));
        texts.figuresProperty().addListener(change -> table.refresh());
    }

    private void addColumns() {
        Columns<Placed> columns = new Columns<>(texts);
        table.getColumns()
                .setAll(List.of(
                        columns.words(
                                "lab.column.instrument",
                                90,
                                one -> one.trade().instrument().symbol()),
                        columns.words("lab.column.side", 50, one -> side(one.trade())),
                        columns.times(
                                "lab.column.entered",
                                130,
                                one -> one.trade().entryNanos(),
                                nanos -> texts.figures().dateMinute(nanos)),
                        columns.times(
                                "lab.column.left",
                                130,
                                one -> one.trade().exitNanos(),
                                nanos -> texts.figures().dateMinute(nanos)),
                        columns.figures(
                                "lab.column.profit",
                                80,
                                one -> texts.figures().number(one.trade().profit(), 2),
                                Comparator.comparingDouble(one -> one.trade().profit()),
                                one -> Tone.ofSign(one.trade().profit())),
                        columns.words(
                                "lab.column.why",
                                220,
                                one -> words.reason(one.trade().entryReason())),
                        columns.words(
                                "lab.column.whyleft",
                                220,
                                one -> words.reason(one.trade().exitReason())),
                        percent("return", one -> one.returnShare()),
                        percent("worst", one -> one.worstShare()),
                        percent("best", one -> one.bestShare()),
                        figure("entry", 80, one -> one.entryPrice(), 4),
                        figure("exit", 80, one -> one.exitPrice(), 4),
                        figure("units", 80, one -> Math.abs(one.units()), 4),
                        figure("fees", 70, one -> one.fees(), 2)));
    }

    private String side(Trade of) {
        return texts.get(of.units() > 0 ? "lab.long" : "lab.short");
    }

    private TableColumn<LiveRow<Placed>, Placed> figure(
            String key, double width, ToDoubleFunction<Trade> of, int decimals) {
        return new Columns<Placed>(texts)
                .figures(
                        "lab.column." + key,
                        width,
                        one -> texts.figures().number(of.applyAsDouble(one.trade()), decimals),
                        Comparator.comparingDouble(one -> of.applyAsDouble(one.trade())));
    }

    private TableColumn<LiveRow<Placed>, Placed> percent(String key, ToDoubleFunction<Trade> of) {
        return new Columns<Placed>(texts)
                .figures(
                        "lab.column." + key,
                        80,
                        one -> texts.figures().percent(100 * of.applyAsDouble(one.trade()), 2),
                        Comparator.comparingDouble(one -> of.applyAsDouble(one.trade())),
                        one -> Tone.ofSign(of.applyAsDouble(one.trade())));
    }
}
