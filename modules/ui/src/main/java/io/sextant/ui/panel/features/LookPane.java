package io.sextant.ui.panel.features;

import io.sextant.analytics.survey.FeatureSurvey;
import io.sextant.domain.market.BarSeries;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.Segments;
import io.sextant.ui.parts.TurningSplit;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The closes of the bars, and under them the feature, over the same time. */
final class LookPane extends SurveyPane {

    /** How much of the past is in sight. */
    enum Reach {
        NEAR(250),
        MIDDLE(2_000),
        WHOLE(Integer.MAX_VALUE);

        private final int bars;

        Reach(int bars) {
            this.bars = bars;
        }
    }

    private final ObjectProperty<Reach> reach = new SimpleObjectProperty<>(Reach.MIDDLE);
    private final CurvePlot price = new CurvePlot("features-price");
    private final CurvePlot line = new CurvePlot("features-line");

    LookPane(FeaturesModel model, Texts texts) {
        super("features-look", model, texts);
        Segments<Reach> reaches = new Segments<>(
                "features-reach", List.of(Reach.values()), reach, one -> texts.bind("features.reach." + one.name()));
        HBox bar = new HBox(about(), reaches);
        bar.getStyleClass().add("features-reach");
        HBox.setHgrow(about(), Priority.ALWAYS);
        about().setMaxWidth(Double.MAX_VALUE);
        reaches.setMinWidth(USE_PREF_SIZE);
        VBox above = new VBox(title(texts, "features.close"), price);
        VBox.setVgrow(price, Priority.ALWAYS);
        VBox below = new VBox(title(texts, "features.feature"), line);
        VBox.setVgrow(line, Priority.ALWAYS);
        TurningSplit split = new TurningSplit(above, below, 0.5, 0.5);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().setAll(bar, split);
        reach.addListener(change -> renew());
        follow();
    }

    @Override
    void show(FeatureSurvey survey) {
        BarSeries bars = survey.bars();
        int from = Math.max(0, bars.size() - reach.get().bars);
        double newest = survey.column()[bars.size() - 1];
        double range = survey.distribution().high() - survey.distribution().low();
        say(texts.get(
                "features.look.about",
                words.value(newest, range),
                words.unit(survey.feature()),
                words.moment(bars.lastTimeNanos())));
        price.show(content(bars, bars.close(), from, priceRange(bars, from)));
        line.show(content(bars, survey.column(), from, range));
    }

    private CurvePlot.Content content(BarSeries bars, double[] column, int from, double range) {
        ThinnedLine thin = ThinnedLine.of(column, from, bars.size());
        return new CurvePlot.Content(
                List.of(new Curve("main", Drawn.LINE, thin.x(), thin.y())),
                List.of(),
                x -> words.shortMoment(
                        bars.openTimeNanos()[row(bars, x)], bars.lastTimeNanos() - bars.openTimeNanos()[from]),
                y -> words.value(y, range),
                x -> texts.get(
                        "features.look.readout",
                        words.moment(bars.openTimeNanos()[row(bars, x)]),
                        words.value(column[row(bars, x)], range / 10)),
                false);
    }

    private static int row(BarSeries bars, double x) {
        return Math.clamp(Math.round(x), 0, bars.size() - 1);
    }

    private static double priceRange(BarSeries bars, int from) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < bars.size(); i++) {
            low = Math.min(low, bars.close()[i]);
            high = Math.max(high, bars.close()[i]);
        }
        return high - low;
    }
}
