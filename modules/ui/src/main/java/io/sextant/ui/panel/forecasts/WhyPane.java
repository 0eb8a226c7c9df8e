package io.sextant.ui.panel.forecasts;

import io.sextant.domain.forecast.Attribution;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Tone;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the champion's next forecast is made of: a sentence of the largest parts, and a bar for each. */
final class WhyPane extends BoardPane {

    private static final double ROW = 20;
    private static final double BAR = 12;

    private final GridPane grid = new GridPane();

    WhyPane(ForecastsModel model, Texts texts) {
        super("forecasts-why", model, texts);
        grid.setId("forecasts-why");
        grid.getStyleClass().add("forecasts-grid");
        ColumnConstraints bars = new ColumnConstraints(120, 260, Double.MAX_VALUE);
        bars.setHgrow(Priority.ALWAYS);
        ColumnConstraints figures = new ColumnConstraints(90);
        figures.setHalignment(HPos.RIGHT);
        ColumnConstraints values = new ColumnConstraints(90);
        values.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(new ColumnConstraints(130), values, bars, figures);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        follow();
    }

    @Override
    void show(ForecastBoard board) {
        List<Attribution> parts = board.championForecast().map(ModelForecast::why).orElse(List.of()).stream()
                .filter(one -> Double.isFinite(one.effectBps()))
                .sorted(Comparator.comparingDouble((Attribution one) -> Math.abs(one.effectBps()))
                        .reversed())
                .toList();
        grid.getChildren().clear();
        if (parts.isEmpty()) {
            say(texts.get("forecasts.why.none", champion(board)));
            return;
        }
        say(sentence(board, parts));
        double widest = Math.max(Math.abs(parts.getFirst().effectBps()), Double.MIN_NORMAL);
        grid.addRow(
                0,
                title("forecasts.why.what"),
                title("forecasts.why.value"),
                new Region(),
                title("forecasts.why.effect"));
        for (int i = 0; i < parts.size(); i++) {
            Attribution part = parts.get(i);
            Label effect = new Label(texts.figures().signed(part.effectBps(), 2));
            Tone.ofSign(part.effectBps()).applyTo(effect);
            grid.addRow(
                    i + 1,
                    new Label(part.what()),
                    new Label(words.value(part.value())),
                    bar(part.effectBps() / widest),
                    effect);
        }
    }

    private Label title(String key) {
        Label title = new Label(texts.get(key));
        title.getStyleClass().add("field-title");
        return title;
    }

    private String sentence(ForecastBoard board, List<Attribution> parts) {
        double sum = parts.stream().mapToDouble(Attribution::effectBps).sum();
        Attribution first = parts.getFirst();
        String most = part(first);
        String largest = parts.size() == 1 ? most : texts.get("forecasts.why.and", most, part(parts.get(1)));
        return texts.get(
                "forecasts.why.about", champion(board), largest, words.count(parts.size()), words.basisPoints(sum));
    }

    private String part(Attribution part) {
        return texts.get(
                part.effectBps() < 0 ? "forecasts.why.down" : "forecasts.why.up",
                part.what(),
                texts.figures().number(Math.abs(part.effectBps()), 2));
    }

    /** From the middle to the right for what lifts the forecast, to the left for what lowers it. */
    private static Pane bar(double share) {
        Region filled = new Region();
        filled.getStyleClass().add(share < 0 ? "forecasts-bar-down" : "forecasts-bar-up");
        Region middle = new Region();
        middle.getStyleClass().add("forecasts-bar-zero");
        Pane pane = new Pane(filled, middle) {
            @Override
            protected void layoutChildren() {
                double half = getWidth() / 2;
                double length = Math.abs(share) * half;
                filled.resizeRelocate(share < 0 ? half - length : half, (getHeight() - BAR) / 2, length, BAR);
                middle.resizeRelocate(half, 0, 1, getHeight());
            }
        };
        pane.setMinHeight(ROW);
        return pane;
    }
}
