package io.sextant.ui.panel.optimiser;

import io.sextant.domain.portfolio.OptimiserBoard.Computed;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.optimiser.OptimiserModel.Target;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** How the instruments move together, what is alike side by side; the figure stands in each field. */
final class CorrelationPane extends OptimiserPane {

    private static final double STRONGEST = 0.55;
    private static final double FIELD_WIDTH = 52;

    private final GridPane grid = new GridPane();
    private final ObservableValue<ChartPalette> palette;

    CorrelationPane(OptimiserModel model, Texts texts, ObservableValue<ChartPalette> palette) {
        super("optimiser-correlations", model, texts);
        this.palette = palette;
        grid.setId("optimiser-correlations");
        grid.setPadding(new Insets(4, 10, 8, 10));
        grid.setHgap(1);
        grid.setVgap(1);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("bare");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        palette.addListener(change -> model.computed().ifPresent(told -> show(told, model.target())));
        follow();
    }

    @Override
    void show(Computed told, Optional<Target> target) {
        int[] order = told.clusterOrder();
        grid.getChildren().clear();
        for (int row = 0; row < order.length; row++) {
            Label name = new Label(told.instruments().get(order[row]).symbol());
            name.setMinWidth(USE_PREF_SIZE);
            grid.add(name, 0, row);
            for (int column = 0; column <= row; column++) {
                grid.add(field(told.correlation(order[row], order[column])), column + 1, row);
            }
        }
        say(texts.get("optimiser.correlations.about"));
    }

    private Label field(double correlation) {
        Label field = new Label(texts.figures().number(correlation, 2));
        field.getStyleClass().add("figure");
        field.setPrefWidth(FIELD_WIDTH);
        field.setMinWidth(FIELD_WIDTH);
        field.setPadding(new Insets(3, 6, 3, 6));
        ChartPalette colours = palette.getValue();
        Color colour = correlation >= 0 ? colours.buy() : colours.sell();
        field.setBackground(new Background(new BackgroundFill(
                colour.deriveColor(0, 1, 1, STRONGEST * Math.abs(correlation)), CornerRadii.EMPTY, Insets.EMPTY)));
        return field;
    }
}
