package io.sextant.ui.panel.features;

import io.sextant.analytics.survey.Bucket;
import io.sextant.analytics.survey.FeatureSurvey;
import io.sextant.analytics.survey.InformationCoefficient;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.TurningSplit;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What came next: the information coefficient over several horizons, and the mean return after each part of the range, both with their errors. */
final class AfterwardsPane extends SurveyPane {

    private static final double WIDE = 1.96;
    private static final double BASIS_POINTS = 10_000;

    private final CurvePlot horizons = new CurvePlot("features-horizons");
    private final CurvePlot buckets = new CurvePlot("features-buckets");

    AfterwardsPane(FeaturesModel model, Texts texts) {
        super("features-afterwards", model, texts);
        VBox above = new VBox(title(texts, "features.horizons"), horizons);
        VBox.setVgrow(horizons, Priority.ALWAYS);
        VBox below = new VBox(title(texts, "features.buckets"), buckets);
        VBox.setVgrow(buckets, Priority.ALWAYS);
        TurningSplit split = new TurningSplit(above, below, 0.5, 0.5);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().add(split);
        follow();
    }

    @Override
    void show(FeatureSurvey survey) {
        InformationCoefficient told = survey.coefficient();
        String verdict = Double.isNaN(told.statistic())
                ? texts.get("features.afterwards.unknown")
                : texts.get(
                        told.isApartFromZero() ? "features.afterwards.apart" : "features.afterwards.chance",
                        texts.figures().number(Math.abs(told.statistic()), 1));
        say(texts.get(
                        "features.afterwards.about",
                        told.horizonBars(),
                        words.count(told.horizonBars()),
                        words.correlation(told.value()),
                        words.error(told.standardError()),
                        words.count(told.count()),
                        words.count(told.lags()))
                + " "
                + verdict);
        List<InformationCoefficient> known = survey.coefficients().stream()
                .filter(one -> Double.isFinite(one.value()))
                .toList();
        horizons.show(known.size() < 2 ? NOTHING : horizons(known));
        buckets.show(survey.buckets().size() < 2 ? NOTHING : buckets(survey));
    }

    private CurvePlot.Content horizons(List<InformationCoefficient> all) {
        double[] x = places(all.size());
        return new CurvePlot.Content(
                curves(all, x, InformationCoefficient::value, one -> WIDE * one.standardError()),
                List.of(),
                place -> place == Math.rint(place) && place >= 1 && place <= all.size()
                        ? words.count(all.get((int) place - 1).horizonBars())
                        : "",
                value -> texts.figures().signed(value, 3),
                place -> {
                    InformationCoefficient one = at(all, place);
                    return texts.get(
                            "features.horizons.readout",
                            one.horizonBars(),
                            words.count(one.horizonBars()),
                            words.coefficient(one));
                },
                true);
    }

    private CurvePlot.Content buckets(FeatureSurvey survey) {
        List<Bucket> all = survey.buckets();
        double range = survey.distribution().high() - survey.distribution().low();
        double[] x = places(all.size());
        return new CurvePlot.Content(
                curves(
                        all,
                        x,
                        one -> one.meanReturn() * BASIS_POINTS,
                        one -> WIDE * one.standardError() * BASIS_POINTS),
                List.of(),
                place -> place == Math.rint(place) && place >= 1 && place <= all.size()
                        ? words.value(all.get((int) place - 1).high(), range)
                        : "",
                value -> texts.figures().signed(value, 1),
                place -> {
                    Bucket one = at(all, place);
                    return texts.get(
                            "features.buckets.readout",
                            words.value(one.low(), range),
                            words.value(one.high(), range),
                            words.basisPoints(one.meanReturn()),
                            texts.figures().number(one.standardError() * BASIS_POINTS, 2),
                            words.count(one.count()));
                },
                true);
    }

    private static double[] places(int count) {
        double[] x = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = i + 1;
        }
        return x;
    }

    private static <T> T at(List<T> all, double place) {
        return all.get(Math.clamp(Math.round(place) - 1, 0, all.size() - 1));
    }

    /** The values, and quietly the ends of their intervals. */
    private static <T> List<Curve> curves(
            List<T> all, double[] x, ToDoubleFunction<T> value, ToDoubleFunction<T> reach) {
        double[] values = all.stream().mapToDouble(value).toArray();
        double[] low = new double[values.length];
        double[] high = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            low[i] = values[i] - reach.applyAsDouble(all.get(i));
            high[i] = values[i] + reach.applyAsDouble(all.get(i));
        }
        return List.of(
                new Curve("quiet", Drawn.LINE, x, low),
                new Curve("quiet", Drawn.LINE, x, high),
                new Curve("main", Drawn.LINE, x, values),
                new Curve("main", Drawn.DOTS, x, values));
    }
}
