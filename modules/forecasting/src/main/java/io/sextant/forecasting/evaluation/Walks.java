package io.sextant.forecasting.evaluation;

import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import java.util.List;

/** Who leads models through folds; no figure depends on it. */
@FunctionalInterface
public interface Walks {

    /** Threads of this process, as many as the plan says. */
    Walks HERE = (all, models, plan) -> new CrossValidation(all, plan).through(models);

    /**
     * One outcome a model, in their order. The plan's watcher hears of each fold.
     *
     * @throws java.util.concurrent.CancellationException where the plan is cancelled
     */
    List<Outcome> through(Observations all, List<Forecaster> models, Plan plan);

    /** One walk, here and now. It depends on nothing but the model, the observations, the fold and its number, the horizon and the seed. */
    static Outcome one(Forecaster model, Observations all, Plan plan, int fold) {
        return new CrossValidation(all, plan).walk(model, fold);
    }
}
