package io.sextant.forecasting.ensemble;

import io.sextant.domain.forecast.LearningTrouble.Code;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several models as one. Inside its window each learns from the first part and is led through the rest, where the weights begin; then each
 * learns from all of it, and the weights go on with what comes. Distributions are joined by their quantiles (Lichtendahl and others 2013)
 * around the weighted middle.
 *
 * @param name what tables show
 * @param members a member that cannot learn from a window is left out of it
 */
public record EnsembleForecaster(String name, List<Forecaster> members, Weighting weighting) implements Forecaster {

    private static final double LEARNED_SHARE = 0.75;
    private static final int LED_MAX = Ledger.KEPT;

    public EnsembleForecaster {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("an ensemble has members");
        }
    }

    /** So that one member at least can learn from the first part. */
    @Override
    public int observationsNeeded() {
        int fewest =
                members.stream().mapToInt(Forecaster::observationsNeeded).min().orElseThrow();
        return (int) Math.ceil(fewest / LEARNED_SHARE) + 1;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        int learned = Math.max((int) (past.size() * LEARNED_SHARE), past.size() - LED_MAX);
        List<Integer> able = new ArrayList<>();
        List<FittedForecaster> tried = new ArrayList<>();
        for (int m = 0; m < members.size(); m++) {
            Optional<FittedForecaster> fitted = findFit(members.get(m), past.between(0, learned), training);
            if (fitted.isPresent()) {
                tried.add(fitted.orElseThrow());
                able.add(m);
            }
        }
        if (able.isEmpty()) {
            throw new UnfitWindow(
                    Code.NO_MEMBER, "no member of " + name + " can learn from " + learned + " observations");
        }
        int[] chosen = able.stream().mapToInt(Integer::intValue).toArray();
        int labels = labelColumn(past.featureNames());
        FittedEnsemble trial = new FittedEnsemble(this, chosen, tried, training.horizon(), labels);
        trial.standAt(past.get(learned - 1));
        for (int i = learned; i < past.size(); i++) {
            training.checkCancelled();
            trial.observe(past.get(i));
        }
        List<FittedForecaster> whole = new ArrayList<>();
        for (int k = 0; k < chosen.length; k++) {
            // One that has been led here stays where more of the past makes its model fail.
            whole.add(findFit(members.get(chosen[k]), past, training).orElse(tried.get(k)));
        }
        return trial.with(whole);
    }

    private static Optional<FittedForecaster> findFit(Forecaster member, Observations past, Training training) {
        try {
            return Optional.of(member.fit(past, training));
        } catch (UnfitWindow unfit) {
            return Optional.empty();
        }
    }

    /** Below zero where the weighting needs none. */
    private int labelColumn(List<String> features) {
        if (!(weighting instanceof Weighting.LocalExpert(String feature))) {
            return -1;
        }
        int column = features.indexOf(feature);
        if (column < 0) {
            throw new UnfitWindow(
                    Code.NO_FEATURE,
                    "the experts of " + name + " go by " + feature + ", which the series does not have");
        }
        return column;
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        return FittedEnsemble.load(this, in);
    }
}
