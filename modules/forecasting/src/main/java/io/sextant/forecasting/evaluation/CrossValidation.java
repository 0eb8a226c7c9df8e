package io.sextant.forecasting.evaluation;

import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;

/** Leads each model through each fold, several walks at once; what comes of it does not depend on how many. */
final class CrossValidation {

    private final Observations all;
    private final Plan plan;
    private final Training training;

    CrossValidation(Observations all, Plan plan) {
        this.all = all;
        this.plan = plan;
        this.training = new Training(plan.horizon(), plan.seed(), (done, loss, validation) -> {}, plan.cancelled());
    }

    /** One outcome a model, in their order. */
    List<Outcome> through(List<Forecaster> models) {
        AtomicIntegerArray done = new AtomicIntegerArray(models.size());
        ExecutorService walkers = Executors.newFixedThreadPool(
                plan.threads(),
                work -> Thread.ofPlatform().name("sextant-walk").daemon().unstarted(work));
        try {
            List<List<Future<Outcome>>> running = new ArrayList<>();
            for (int m = 0; m < models.size(); m++) {
                List<Future<Outcome>> folds = new ArrayList<>();
                for (int f = 0; f < plan.folds().size(); f++) {
                    int model = m;
                    int fold = f;
                    folds.add(walkers.submit(() -> {
                        Outcome outcome = walk(models.get(model), fold);
                        plan.progress()
                                .walked(
                                        models.get(model).name(),
                                        done.incrementAndGet(model),
                                        plan.folds().size());
                        return outcome;
                    }));
                }
                running.add(folds);
            }
            return running.stream()
                    .map(folds -> Outcome.joined(folds.stream()
                            .<Supplier<Outcome>>map(fold -> () -> get(fold))
                            .toList()))
                    .toList();
        } finally {
            walkers.shutdownNow();
        }
    }

    Outcome walk(Forecaster model, int number) {
        training.checkCancelled();
        Fold fold = plan.folds().get(number);
        if (fold.trained() < model.observationsNeeded()) {
            return new Outcome.NotFitted(UnfitWindow.tooFew(
                    model.observationsNeeded(),
                    fold.trained(),
                    "it learns from " + model.observationsNeeded() + " observations or more, and fold " + (number + 1)
                            + " has " + fold.trained()));
        }
        try {
            return new Outcome.Walked(WalkForward.through(model, all, fold, number, training));
        } catch (UnfitWindow unfit) {
            return new Outcome.NotFitted(unfit);
        }
    }

    private static Outcome get(Future<Outcome> walk) {
        try {
            return walk.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the comparison was interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException known -> throw known;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
