package io.sextant.engine.evaluation;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetWatch;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.evaluation.Outcome;
import io.sextant.forecasting.evaluation.Plan;
import io.sextant.forecasting.evaluation.Walks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Walks on a fleet: the series and the folds travel once, and each model with each fold by itself. Models are known there by their names. */
public record FleetWalks(Fleet fleet) implements Walks {

    @Override
    public List<Outcome> through(Observations all, List<Forecaster> models, Plan plan) {
        int folds = plan.folds().size();
        // Fold by fold: those of a slow model lie apart, so that neighbours, which go to one machine, take about as
        // long as others.
        List<byte[]> pieces = new ArrayList<>(folds * models.size());
        for (int fold = 0; fold < folds; fold++) {
            for (Forecaster model : models) {
                pieces.add(EvaluationWork.piece(model, fold));
            }
        }
        List<double[]> came = fleet.run(EvaluationWork.of(all, plan), pieces, new Told(models, plan));
        return IntStream.range(0, models.size())
                .mapToObj(model -> Outcome.joined(IntStream.range(0, folds)
                        .<Supplier<Outcome>>mapToObj(fold ->
                                () -> EvaluationWork.outcome(came.get(fold * models.size() + model), plan, fold))
                        .toList()))
                .toList();
    }

    private record Told(List<Forecaster> models, Plan plan) implements FleetWatch {

        @Override
        public void done(int piece, double[] came) {
            // Pieces are told in their order: as many folds of each model as of the first.
            plan.progress()
                    .walked(
                            models.get(piece % models.size()).name(),
                            piece / models.size() + 1,
                            plan.folds().size());
        }

        @Override
        public boolean isCancelled() {
            return plan.cancelled().getAsBoolean();
        }
    }
}
