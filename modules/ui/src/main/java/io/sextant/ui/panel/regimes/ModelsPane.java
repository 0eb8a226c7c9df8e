package io.sextant.ui.panel.regimes;

import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.regime.RegimeBoard.Present;
import io.sextant.domain.regime.RegimeSkill;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import java.util.Comparator;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How each forecasting model did in each regime, where enough forecasts came true. */
final class ModelsPane extends RegimePane {

    private static final double ROW_HEIGHT = 24;

    private final LiveRows<String, RegimeSkill> rows = new LiveRows<>(skill -> skill.model() + " " + skill.regime());
    private final TableView<LiveRow<RegimeSkill>> table = new TableView<>();

    ModelsPane(RegimesModel model, Texts texts) {
        super("regimes-models", model, texts);
        table.setId("regimes-models");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("regimes.tab.models"));
        Columns<RegimeSkill> columns = new Columns<>(texts);
        table.getColumns().add(columns.words("regimes.column.model", 160, RegimeSkill::model));
        table.getColumns().add(columns.words("regimes.column.regime", 140, one -> words.name(one.regime())));
        table.getColumns()
                .add(columns.figures(
                        "regimes.column.error",
                        170,
                        one -> words.number(one.errorOverNaive(), 3),
                        Comparator.comparingDouble(RegimeSkill::errorOverNaive)));
        table.getColumns()
                .add(columns.figures(
                        "regimes.column.forecasts",
                        110,
                        one -> words.count(one.forecasts()),
                        Comparator.comparingInt(RegimeSkill::forecasts)));
        table.setItems(rows.list());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
        follow();
    }

    @Override
    void show(RegimeBoard board, Present present) {
        table.setVisible(!board.skills().isEmpty());
        say(texts.get(board.skills().isEmpty() ? "regimes.models.none" : "regimes.models.about"));
        rows.show(board.skills());
        table.refresh();
    }
}
