package io.sextant.ui.panel.optimiser;

import io.sextant.domain.portfolio.OptimiserBoard.Computed;
import io.sextant.domain.portfolio.OptimiserBoard.Kind;
import io.sextant.domain.portfolio.OptimiserBoard.Named;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.optimiser.OptimiserModel.Target;
import java.util.Arrays;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is, above what would be, for each instrument: weights, or shares of the risk. */
final class BarsPane extends OptimiserPane {

    private static final double BAR_HEIGHT = 6;

    private final String name;
    private final boolean risk;
    private final GridPane grid = new GridPane();

    BarsPane(boolean risk, OptimiserModel model, Texts texts) {
        super(risk ? "optimiser-risk" : "optimiser-weights", model, texts);
        this.risk = risk;
        name = risk ? "risk" : "weights";
        grid.setId("optimiser-" + name);
        grid.getStyleClass().add("forecasts-grid");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        follow();
    }

    @Override
    void show(Computed told, Optional<Target> target) {
        int count = told.instruments().size();
        double[] none = new double[count];
        Arrays.fill(none, Double.NaN);
        Named current = told.find(Kind.CURRENT).orElseThrow();
        double[] now = risk ? current.figures().riskShares() : current.weights();
        double[] then = target.map(one -> risk ? one.figures().riskShares() : one.weights())
                .orElse(none);
        double longest = 1e-9;
        for (int i = 0; i < count; i++) {
            longest = Math.max(longest, Math.max(size(now[i]), size(then[i])));
        }
        grid.getChildren().clear();
        for (int i = 0; i < count; i++) {
            Label symbol = new Label(told.instruments().get(i).symbol());
            symbol.setMinWidth(USE_PREF_SIZE);
            VBox bars = new VBox(2, bar(now[i], longest, "optimiser-now"), bar(then[i], longest, "optimiser-then"));
            bars.setAlignment(Pos.CENTER_LEFT);
            GridPane.setHgrow(bars, Priority.ALWAYS);
            Label figure = new Label(percent(now[i], 1) + "  \u2192  " + percent(then[i], 1));
            figure.setId("optimiser-" + name + "-" + told.instruments().get(i).symbol());
            figure.getStyleClass().add("figure");
            figure.setMinWidth(USE_PREF_SIZE);
            grid.addRow(i, symbol, bars, figure);
        }
        say(texts.get("optimiser." + name + ".about"));
    }

    private static double size(double value) {
        return Double.isFinite(value) ? Math.abs(value) : 0;
    }

    private static Node bar(double value, double longest, String style) {
        Region bar = new Region();
        bar.getStyleClass().add(value < 0 ? "forecasts-bar-down" : style);
        bar.setPrefHeight(BAR_HEIGHT);
        Pane room = new Pane(bar);
        room.setPrefHeight(BAR_HEIGHT);
        room.setMinWidth(40);
        bar.prefWidthProperty().bind(room.widthProperty().multiply(size(value) / longest));
        return room;
    }
}
