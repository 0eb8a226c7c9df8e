package io.sextant.ui.panel.regimes;

import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.regime.RegimeBoard.Present;
import io.sextant.domain.regime.RegimeState;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Which regime follows which: the graph, and the same chances as a matrix. */
final class MovesPane extends RegimePane {

    private final GridPane matrix = new GridPane();

    MovesPane(RegimesModel model, Texts texts, ObservableValue<ChartPalette> palette) {
        super("regimes-moves", model, texts);
        matrix.setId("regimes-matrix");
        matrix.getStyleClass().add("forecasts-grid");
        MovesGraph graph = new MovesGraph(model, texts, palette);
        HBox.setHgrow(graph, Priority.ALWAYS);
        HBox both = new HBox(graph, matrix);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().add(both);
        follow();
    }

    @Override
    void show(RegimeBoard board, Present present) {
        say(texts.get("regimes.moves.about"));
        matrix.getChildren().clear();
        int size = present.states().size();
        for (int i = 0; i < size; i++) {
            RegimeState state = present.states().get(i);
            put(texts.get("regimes.matrix.to", words.name(state)), i + 1, 0, "field-title");
            put(words.name(state), 0, i + 1, "field-title");
            for (int j = 0; j < size; j++) {
                Label cell = put(words.share(present.transition()[i][j]), j + 1, i + 1, "figure");
                GridPane.setHalignment(cell, HPos.RIGHT);
            }
        }
    }

    private Label put(String text, int column, int row, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        matrix.add(label, column, row);
        return label;
    }
}
