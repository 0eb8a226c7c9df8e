package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Which position brings how much of the risk. */
final class PartsPane extends RiskPane {

    private static final double ROW_HEIGHT = 24;

    private final TableView<LiveRow<RiskBoard.Part>> table = new TableView<>();
    private final LiveRows<InstrumentId, RiskBoard.Part> rows = new LiveRows<>(RiskBoard.Part::instrument);

    PartsPane(RiskMonitorModel model, Texts texts) {
        super("risk-parts", model, texts);
        Columns<RiskBoard.Part> columns = new Columns<>(texts);
        table.setId("risk-parts");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("riskmonitor.parts"));
        table.getColumns()
                .setAll(List.of(
                        columns.words(
                                "riskmonitor.column.instrument",
                                96,
                                part -> part.instrument().symbol()),
                        amount(columns, "riskmonitor.column.exposure", RiskBoard.Part::exposure),
                        amount(columns, "riskmonitor.column.component", RiskBoard.Part::component),
                        columns.figures(
                                "riskmonitor.column.share",
                                64,
                                this::share,
                                Comparator.comparingDouble(RiskBoard.Part::component),
                                part -> part.component() < 0 ? Tone.UP : Tone.PLAIN),
                        amount(columns, "riskmonitor.column.shortfall", RiskBoard.Part::shortfallComponent),
                        amount(columns, "riskmonitor.column.incremental", RiskBoard.Part::incremental)));
        SortedList<LiveRow<RiskBoard.Part>> sorted = new SortedList<>(rows.list());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
        follow();
    }

    private TableColumn<LiveRow<RiskBoard.Part>, RiskBoard.Part> amount(
            Columns<RiskBoard.Part> columns, String key, ToDoubleFunction<RiskBoard.Part> of) {
        return columns.figures(key, 96, part -> signedMoney(of.applyAsDouble(part)), Comparator.comparingDouble(of));
    }

    private String share(RiskBoard.Part part) {
        return model.measured()
                .map(board -> board.normal().valueAtRisk())
                .filter(whole -> whole > 0)
                .map(whole -> percent(part.component() / whole, 0))
                .orElse("");
    }

    @Override
    void show(RiskBoard.Measured board) {
        rows.show(board.parts());
        table.refresh();
        double alone = board.parts().stream()
                .mapToDouble(RiskBoard.Part::component)
                .max()
                .orElse(0);
        say(texts.get(
                "riskmonitor.parts.about",
                money(board.normal().valueAtRisk()),
                board.currency().code(),
                board.parts().stream()
                        .max(Comparator.comparingDouble(RiskBoard.Part::component))
                        .map(part -> part.instrument().symbol())
                        .orElse(""),
                board.normal().valueAtRisk() > 0
                        ? percent(alone / board.normal().valueAtRisk(), 0)
                        : ""));
    }
}
