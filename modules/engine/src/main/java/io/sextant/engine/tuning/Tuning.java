package io.sextant.engine.tuning;

import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.evaluation.Comparison;
import io.sextant.forecasting.evaluation.Folds;
import io.sextant.forecasting.evaluation.LastValue;
import io.sextant.forecasting.evaluation.Plan;
import io.sextant.forecasting.evaluation.Scale;
import io.sextant.forecasting.search.Tunable;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * How settings of a model are compared: by cross-validation in a walk forward through the later half of what the search may see.
 *
 * @param folds of the cross-validation
 * @param seed of the models
 */
public record Tuning(Tunable tuned, Observations seen, int folds, Scale scale, long seed) {

    /**
     * Mean score of the whole distribution over naive's; NaN where the model cannot be or cannot learn.
     *
     * @throws io.sextant.forecasting.UnfitWindow where not even naive can be judged
     */
    public double loss(Map<String, String> values, BooleanSupplier cancelled) {
        Forecaster candidate;
        try {
            candidate = tuned.with(values);
        } catch (IllegalArgumentException cannotBe) {
            return Double.NaN;
        }
        Plan plan = Plan.quiet(
                        Folds.expanding(seen.size(), folds, seen.size() / 2, new Folds.Gap(0, 0)), 1, scale, seed)
                .watchedBy((model, done, of) -> {}, cancelled);
        Comparison comparison = Comparison.of(seen, new LastValue(), List.of(candidate), plan);
        return comparison.models().size() < 2
                ? Double.NaN
                : comparison.models().getLast().figures().crpsOverNaive();
    }
}
