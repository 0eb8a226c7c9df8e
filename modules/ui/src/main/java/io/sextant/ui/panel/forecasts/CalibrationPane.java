package io.sextant.ui.panel.forecasts;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.Reliability;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import java.util.Comparator;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How often outcomes fell below each level of the champion's distribution, beside the diagonal of an honest one. */
final class CalibrationPane extends BoardPane {

    private static final CurvePlot.Content NOTHING =
            new CurvePlot.Content(List.of(), List.of(), x -> "", y -> "", x -> "", true);

    private final CurvePlot plot = new CurvePlot("forecasts-calibration");

    CalibrationPane(ForecastsModel model, Texts texts) {
        super("forecasts-calibration", model, texts);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().add(plot);
        follow();
    }

    @Override
    void show(ForecastBoard board) {
        List<Reliability> points =
                board.championForecast().map(ModelForecast::reliability).orElse(List.of());
        plot.show(points.isEmpty() ? NOTHING : content(points));
        say(points.stream()
                .max(Comparator.comparingDouble(CalibrationPane::off))
                .map(worst -> texts.get(
                        "forecasts.calibration.about",
                        champion(board),
                        words.share(worst.level()),
                        words.share(worst.measured()),
                        texts.figures().number(100 * off(worst), 1)))
                .orElseGet(() -> texts.get("forecasts.calibration.none")));
    }

    private static double off(Reliability point) {
        return Math.abs(point.measured() - point.level());
    }

    private CurvePlot.Content content(List<Reliability> points) {
        double[] ends = {0, 1};
        double[] levels = points.stream().mapToDouble(Reliability::level).toArray();
        double[] measured = points.stream().mapToDouble(Reliability::measured).toArray();
        return new CurvePlot.Content(
                List.of(
                        new Curve("quiet", Drawn.LINE, ends, ends),
                        new Curve("main", Drawn.LINE, levels, measured),
                        new Curve("main", Drawn.DOTS, levels, measured)),
                List.of(),
                this::axis,
                this::axis,
                level -> {
                    Reliability nearest = points.stream()
                            .min(Comparator.comparingDouble(one -> Math.abs(one.level() - level)))
                            .orElseThrow();
                    return texts.get(
                            "forecasts.calibration.readout",
                            words.share(nearest.level()),
                            words.share(nearest.measured()));
                },
                true);
    }

    private String axis(double share) {
        return share > 1 ? "" : texts.figures().percent(100 * share, 0);
    }
}
