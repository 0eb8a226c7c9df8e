package io.sextant.strategy.rules;

import io.sextant.analytics.indicator.Indicator;
import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.domain.forecast.Verdict;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.Scene.Outlook;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A term with the indicator that makes it and as much of its past as is asked for. */
final class Source {

    private final ToDoubleFunction<Scene> newest;
    private final double[] ring;
    private int count;

    private Source(ToDoubleFunction<Scene> newest, int barsAgo) {
        this.newest = newest;
        ring = new double[barsAgo + 1];
        Arrays.fill(ring, Double.NaN);
    }

    /** @param features in the order in which the scene tells them */
    static Source of(Term term, Choice choice, List<String> features) {
        return term instanceof Term.Ago ago
                ? new Source(reading(ago.term(), choice, features), ago.bars())
                : new Source(reading(term, choice, features), 0);
    }

    private static ToDoubleFunction<Scene> reading(Term term, Choice choice, List<String> features) {
        return switch (term) {
            case Term.Constant constant -> {
                double value = constant.amount().in(choice);
                yield scene -> value;
            }
            case Term.Price price ->
                switch (price) {
                    case OPEN -> scene -> scene.open(0);
                    case HIGH -> scene -> scene.high(0);
                    case LOW -> scene -> scene.low(0);
                    case CLOSE -> scene -> scene.close(0);
                    case VOLUME -> scene -> scene.volume(0);
                };
            case Term.IndicatorValue value -> fed(ConditionReader.spec(value, choice), value);
            case Term.FeatureValue feature -> {
                int place = features.indexOf(feature.feature());
                yield scene -> scene.feature(0, place);
            }
            case Term.Forecast forecast -> Source::expected;
            case Term.Ago ago -> throw new IllegalArgumentException("bars ago of bars ago");
        };
    }

    private static ToDoubleFunction<Scene> fed(IndicatorSpec spec, Term.IndicatorValue term) {
        Indicator indicator = spec.make();
        int output = ConditionReader.output(term, spec.kind());
        double[] out = new double[indicator.outputs()];
        return scene -> {
            indicator.next(
                    scene.openTimeNanos(0),
                    scene.open(0),
                    scene.high(0),
                    scene.low(0),
                    scene.close(0),
                    scene.volume(0),
                    out);
            return out[output];
        };
    }

    private static double expected(Scene scene) {
        Outlook outlook = scene.outlook(0);
        return outlook != null && outlook.verdict() == Verdict.SKILL ? outlook.logReturn() : Double.NaN;
    }

    /** To be called once at each bar. */
    double next(Scene scene) {
        int at = count % ring.length;
        ring[at] = newest.applyAsDouble(scene);
        count = at + 1;
        return ring[count % ring.length];
    }

    /** Refuses what cannot be made. */
    static void check(Term term, Choice choice) {
        barsNeeded(term, choice);
    }

    static int barsNeeded(Term term, Choice choice) {
        return switch (term) {
            case Term.Ago ago -> ago.bars() + barsNeeded(ago.term(), choice);
            case Term.IndicatorValue value -> {
                IndicatorSpec spec = ConditionReader.spec(value, choice);
                ConditionReader.output(value, spec.kind());
                yield spec.warmUpBars();
            }
            case Term.Constant constant -> 1;
            case Term.Price price -> 1;
            case Term.FeatureValue feature -> 1;
            case Term.Forecast forecast -> 1;
        };
    }
}
