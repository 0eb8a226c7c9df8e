package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.risk.RiskBoard;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import java.util.Arrays;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What each past day would have made of today's positions, counted in steps, with both tails marked. */
final class LossPane extends RiskPane {

    private static final int STEPS = 40;

    private final CurvePlot plot = new CurvePlot("risk-loss");

    LossPane(RiskMonitorModel model, Texts texts) {
        super("risk-loss", model, texts);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().add(plot);
        follow();
    }

    @Override
    void show(RiskBoard.Measured board) {
        double[] sorted = board.outcomes().clone();
        Arrays.sort(sorted);
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        double step = Math.max((high - low) / STEPS, 1e-9);
        int[] counts = new int[STEPS];
        for (double each : sorted) {
            counts[(int) Math.min(STEPS - 1, (each - low) / step)]++;
        }
        double[] x = new double[2 * STEPS];
        double[] y = new double[2 * STEPS];
        for (int i = 0; i < STEPS; i++) {
            x[2 * i] = low + i * step;
            x[2 * i + 1] = low + (i + 1) * step;
            y[2 * i] = counts[i];
            y[2 * i + 1] = counts[i];
        }
        double var = board.historical().valueAtRisk();
        double shortfall = board.historical().expectedShortfall();
        plot.show(new CurvePlot.Content(
                List.of(new Curve("main", Drawn.AREA, x, y), new Curve("main", Drawn.LINE, x, y)),
                List.of(
                        new CurvePlot.Mark(-var, texts.get("riskmonitor.loss.var", money(var))),
                        new CurvePlot.Mark(-shortfall, texts.get("riskmonitor.loss.shortfall", money(shortfall)))),
                value -> texts.figures().compact(value),
                count -> texts.figures().count(Math.round(count)),
                value -> {
                    int at = Math.clamp((long) ((value - low) / step), 0, STEPS - 1);
                    return texts.get(
                            "riskmonitor.loss.readout",
                            texts.figures().count(counts[at]),
                            signedMoney(low + at * step),
                            signedMoney(low + (at + 1) * step));
                },
                true));
        say(texts.get(
                "riskmonitor.loss.about",
                percent(board.confidence(), board.confidence() == Confidence.P975.share() ? 1 : 0),
                money(var),
                money(shortfall),
                board.currency().code(),
                texts.figures().count(sorted.length)));
    }
}
