package io.sextant.ui.panel.features;

import io.sextant.analytics.survey.Distribution;
import io.sextant.analytics.survey.FeatureSurvey;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.CurvePlot.Mark;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How often which numbers come: a histogram with its quantiles. */
final class DistributionPane extends SurveyPane {

    private static final int TWENTIETH = 1;
    private static final int QUARTER = 2;
    private static final int MEDIAN = 3;
    private static final int THREE_QUARTERS = 4;
    private static final int NINETEEN = 5;

    private final CurvePlot plot = new CurvePlot("features-histogram");

    DistributionPane(FeaturesModel model, Texts texts) {
        super("features-distribution", model, texts);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().add(plot);
        follow();
    }

    @Override
    void show(FeatureSurvey survey) {
        Distribution told = survey.distribution();
        double range = told.high() - told.low();
        say(texts.get(
                "features.distribution.about",
                words.count(told.count()),
                words.count(told.missing()),
                words.value(told.mean(), range),
                words.value(told.deviation(), range),
                texts.figures().number(told.skewness(), 2),
                words.value(told.quantiles()[TWENTIETH], range),
                words.value(told.quantiles()[NINETEEN], range),
                words.value(told.least(), range),
                words.value(told.most(), range)));
        plot.show(told.count() == 0 ? NOTHING : content(told, range));
    }

    private CurvePlot.Content content(Distribution told, double range) {
        int bins = told.counts().length;
        double[] x = new double[2 * bins];
        double[] y = new double[2 * bins];
        for (int bin = 0; bin < bins; bin++) {
            x[2 * bin] = told.edge(bin);
            x[2 * bin + 1] = told.edge(bin + 1);
            y[2 * bin] = 100.0 * told.counts()[bin] / told.count();
            y[2 * bin + 1] = y[2 * bin];
        }
        List<Mark> marks = new ArrayList<>();
        for (int i : new int[] {TWENTIETH, QUARTER, MEDIAN, THREE_QUARTERS, NINETEEN}) {
            marks.add(new Mark(told.quantiles()[i], texts.figures().percent(100 * Distribution.SHARES.get(i), 0)));
        }
        return new CurvePlot.Content(
                List.of(new Curve("main", Drawn.AREA, x, y), new Curve("main", Drawn.LINE, x, y)),
                marks,
                place -> words.value(place, range),
                share -> texts.figures().percent(share, 1),
                place -> readout(told, place, range),
                true);
    }

    private String readout(Distribution told, double place, double range) {
        int bins = told.counts().length;
        int bin = Math.clamp((long) Math.floor((place - told.low()) / range * bins), 0, bins - 1);
        return texts.get(
                "features.distribution.readout",
                words.value(told.edge(bin), range / 10),
                words.value(told.edge(bin + 1), range / 10),
                words.count(told.counts()[bin]),
                texts.figures().percent(100.0 * told.counts()[bin] / told.count(), 1));
    }
}
