package io.sextant.forecasting.evaluation;

import io.sextant.forecasting.UnfitWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What came of a model's walk through a fold, or through all of them. */
public sealed interface Outcome {

    record Walked(OutOfSample told) implements Outcome {}

    /** It could not learn from a training part. */
    record NotFitted(UnfitWindow why) implements Outcome {}

    /** Of one model, its folds in their order; none is asked for after one that it could not learn from. */
    static Outcome joined(List<Supplier<Outcome>> folds) {
        List<OutOfSample> parts = new ArrayList<>(folds.size());
        for (Supplier<Outcome> fold : folds) {
            switch (fold.get()) {
                case Walked(OutOfSample told) -> parts.add(told);
                case NotFitted not -> {
                    return not;
                }
            }
        }
        return new Walked(OutOfSample.joined(parts));
    }
}
