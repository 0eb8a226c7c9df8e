package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.risk.RiskBoard;
import io.sextant.domain.risk.RiskShock;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Three sliders for a shock that is only supposed, what it would do, and what well-known crises would have. */
final class StressPane extends RiskPane {

    private static final double ROW_HEIGHT = 24;
    private static final double FALL = -60;
    private static final double RISE = 40;
    private static final double WILDEST = 5;

    private final Slider price = slider("risk-price", FALL, RISE, 0, 5);
    private final Slider volatility = slider("risk-volatility", 0.5, WILDEST, 1, 0.5);
    private final Slider correlation = slider("risk-correlation", 0, 100, 0, 10);
    private final Label result = new Label();
    private final TableView<LiveRow<RiskBoard.Crisis>> table = new TableView<>();
    private final LiveRows<String, RiskBoard.Crisis> rows = new LiveRows<>(RiskBoard.Crisis::name);

    StressPane(RiskMonitorModel model, Texts texts) {
        super("risk-stress", model, texts);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("risk-sliders");
        line(grid, 0, "price", price, value -> texts.figures().signedPercent(value, 0));
        line(grid, 1, "volatility", volatility, value -> texts.figures().number(value, 1) + " ×");
        line(grid, 2, "correlation", correlation, value -> texts.figures().percent(value, 0));
        Button none = new Button();
        none.setId("risk-shock-none");
        none.textProperty().bind(texts.bind("riskmonitor.shock.none"));
        none.setOnAction(pressed -> calm());
        grid.add(none, 3, 1);
        result.setId("risk-shock-result");
        result.setWrapText(true);
        result.setMinHeight(USE_PREF_SIZE);
        result.getStyleClass().add("risk-result");
        fillTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(grid, result, table);
        for (Slider slider : List.of(price, volatility, correlation)) {
            slider.valueProperty().addListener(change -> suppose());
        }
        follow();
    }

    private void line(GridPane grid, int row, String name, Slider slider, DoubleFunction<String> written) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("riskmonitor.shock." + name));
        title.setMinWidth(USE_PREF_SIZE);
        slider.accessibleTextProperty().bind(title.textProperty());
        Label figure = new Label();
        figure.getStyleClass().add("figure");
        figure.setMinWidth(56);
        figure.textProperty()
                .bind(texts.bindFigure(slider.valueProperty(), (figures, value) -> written.apply(value.doubleValue())));
        GridPane.setHgrow(slider, Priority.ALWAYS);
        grid.addRow(row, title, slider, figure);
    }

    private static Slider slider(String id, double least, double most, double at, double step) {
        Slider slider = new Slider(least, most, at);
        slider.setId(id);
        slider.setBlockIncrement(step);
        slider.setMajorTickUnit(step);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        return slider;
    }

    private void suppose() {
        model.shock.set(new RiskShock(price.getValue() / 100, volatility.getValue(), correlation.getValue() / 100));
    }

    private void calm() {
        price.setValue(0);
        volatility.setValue(1);
        correlation.setValue(0);
    }

    private void fillTable() {
        Columns<RiskBoard.Crisis> columns = new Columns<>(texts);
        table.setId("risk-crises");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("riskmonitor.crises"));
        table.getColumns()
                .setAll(List.of(
                        columns.words("riskmonitor.column.crisis", 176, this::name),
                        columns.words("riskmonitor.column.days", 160, one -> one.fromDay() + " – " + one.toDay()),
                        columns.figures(
                                "riskmonitor.column.index",
                                72,
                                one -> texts.figures().signedPercent(100 * one.indexMove(), 1),
                                Comparator.comparingDouble(RiskBoard.Crisis::indexMove)),
                        columns.figures(
                                "riskmonitor.column.result",
                                96,
                                one -> signedMoney(one.result()),
                                Comparator.comparingDouble(RiskBoard.Crisis::result),
                                one -> Tone.ofSign(Math.round(one.result()))),
                        columns.figures(
                                "riskmonitor.column.worst",
                                96,
                                one -> signedMoney(one.worstDay()),
                                Comparator.comparingDouble(RiskBoard.Crisis::worstDay),
                                one -> Tone.ofSign(Math.round(one.worstDay())))));
        table.setItems(rows.list());
    }

    /** The engine names crises in English. */
    private String name(RiskBoard.Crisis crisis) {
        return texts.find("riskmonitor.crisis." + crisis.fromDay()).orElse(crisis.name());
    }

    @Override
    void show(RiskBoard.Measured board) {
        rows.show(board.crises());
        table.refresh();
        RiskBoard.Shocked shocked = board.shocked();
        result.setText(
                shocked.shock().equals(RiskShock.NONE)
                        ? texts.get("riskmonitor.shock.still")
                        : board.equity() + shocked.result() <= 0
                                ? texts.get(
                                        "riskmonitor.shock.nothing",
                                        signedMoney(shocked.result()),
                                        board.currency().code(),
                                        texts.figures().signedPercent(100 * shocked.result() / board.equity(), 1))
                                : texts.get(
                                        "riskmonitor.shock.result",
                                        signedMoney(shocked.result()),
                                        board.currency().code(),
                                        texts.figures().signedPercent(100 * shocked.result() / board.equity(), 1),
                                        money(shocked.normal().valueAtRisk()),
                                        money(board.normal().valueAtRisk())));
        say(texts.get("riskmonitor.stress.about"));
    }
}
