package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.risk.RiskBoard;
import io.sextant.domain.risk.RiskBoard.PastDay;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What was forecast for past days with today's positions, what came, and which days broke the forecast. */
final class TruthPane extends RiskPane {

    private final CurvePlot plot = new CurvePlot("risk-truth");

    TruthPane(RiskMonitorModel model, Texts texts) {
        super("risk-truth", model, texts);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().add(plot);
        follow();
    }

    @Override
    void show(RiskBoard.Measured board) {
        List<PastDay> days = board.past();
        double[] x = new double[days.size()];
        double[] lines = new double[days.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            lines[i] = -days.get(i).valueAtRisk();
        }
        plot.show(new CurvePlot.Content(
                List.of(
                        new Curve("main", Drawn.LINE, x, lines),
                        new Curve("calm", Drawn.DOTS, x, outcomes(days, day -> !day.isBreach())),
                        new Curve("breach", Drawn.DOTS, x, outcomes(days, PastDay::isBreach))),
                List.of(),
                at -> date(days, at),
                value -> texts.figures().compact(value),
                at -> {
                    PastDay day = days.get(Math.clamp(Math.round(at), 0, days.size() - 1));
                    return texts.get(
                            day.isBreach() ? "riskmonitor.truth.breach" : "riskmonitor.truth.day",
                            texts.figures().utcDate(day.dayNanos()),
                            signedMoney(day.outcome()),
                            money(day.valueAtRisk()));
                },
                true));
        String own = board.toldRecord()
                .map(record -> sentence("riskmonitor.truth.own", record))
                .orElseGet(() -> texts.get("riskmonitor.truth.noown"));
        say(sentence("riskmonitor.truth.about", board.record()) + " " + own);
    }

    private String sentence(String key, RiskBoard.TrackRecord record) {
        return texts.get(
                key,
                texts.figures().count(record.breaches()),
                texts.figures().count(record.days()),
                texts.figures().number(record.expected(), 1),
                texts.get("riskmonitor.light." + record.light().name().toLowerCase(Locale.ROOT)),
                texts.figures().number(record.kupiecProbability(), 2),
                texts.figures().number(record.christoffersenProbability(), 2));
    }

    private static double[] outcomes(List<PastDay> days, Predicate<PastDay> wanted) {
        return days.stream()
                .mapToDouble(day -> wanted.test(day) ? day.outcome() : Double.NaN)
                .toArray();
    }

    private String date(List<PastDay> days, double at) {
        int place = (int) Math.rint(at);
        return place >= 0 && place < days.size() && Math.abs(at - place) < 1e-6
                ? texts.figures().utcDate(days.get(place).dayNanos())
                : "";
    }
}
