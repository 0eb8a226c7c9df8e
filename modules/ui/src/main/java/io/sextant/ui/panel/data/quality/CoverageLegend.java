package io.sextant.ui.panel.data.quality;

import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Rectangle;

/** What the colours of the calendar mean. */
final class CoverageLegend extends FlowPane {

    private static final double SQUARE = 10;

    CoverageLegend(Texts texts, ObservableValue<ChartPalette> palette) {
        getStyleClass().add("coverage-legend");
        for (CoverageLevel level : CoverageLevel.values()) {
            Rectangle square = new Rectangle(SQUARE, SQUARE);
            square.fillProperty().bind(palette.map(level::colour));
            Label label = new Label();
            label.setGraphic(square);
            label.textProperty().bind(texts.bind("quality.level." + level.name()));
            getChildren().add(label);
        }
    }
}
