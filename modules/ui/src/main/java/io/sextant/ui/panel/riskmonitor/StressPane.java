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
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Three sliders for a shock that is only supposed, what it would do, and what well-known crises would have. */
final class StressPane extends RiskPane {

    private static final double ROW_HEIGHT = 24;

    private final Label result = new Label();
    private final TableView<LiveRow<RiskBoard.Crisis>> table = new TableView<>();
    private final LiveRows<String, RiskBoard.Crisis> rows = new LiveRows<>(RiskBoard.Crisis::name);

    StressPane(RiskMonitorModel model, Texts texts) {
        super("risk-stress", model, texts);
        result.setId("risk-shock-result");
        result.setWrapText(true);
        result.setMinHeight(USE_PREF_SIZE);
        result.getStyleClass().add("risk-result");
        fillTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(new ShockSliders("risk", model.shock, texts), result, table);
        follow();
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
