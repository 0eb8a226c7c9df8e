package io.sextant.engine.forecast;

import io.sextant.domain.forecast.Verdict;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.forecasting.evaluation.DieboldMariano;
import io.sextant.forecasting.evaluation.QuantileScores;
import io.sextant.forecasting.registry.ModelRecord;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a challenger would have told the bars since the champion learned better than the champion did. Both knew the same: the
 * challenger learns from what came before those bars only.
 */
final class PromotionTrial {

    /** With fewer bars chance decides. */
    static final int BARS_MIN = 100;

    /** How sure it must be: a champion is not changed for every wind. */
    private static final double CHANCE_MAX = 0.1;

    /**
     * @param ratio mean CRPS of the challenger over the champion's
     * @param tried among how many it was chosen, for which its chance is corrected
     */
    record Result(double ratio, double chance, int tried, int bars) {

        boolean isBetter() {
            return ratio < 1 && chance * tried < CHANCE_MAX;
        }
    }

    private PromotionTrial() {}

    /** The one with skill whose errors are smallest; where none has skill nothing beats naive, so naive it is. */
    static Optional<ModelTraining.Trained> best(List<ModelTraining.Trained> trained, String naive) {
        Predicate<ModelTraining.Trained> skilled =
                one -> Verdict.SKILL.word().equals(one.record().settings().getOrDefault(SkillNumbers.WORD, ""));
        return trained.stream()
                .filter(skilled)
                .min(Comparator.comparingDouble(one -> one.record().metrics().getOrDefault("crps", Double.MAX_VALUE)))
                .or(() -> trained.stream()
                        .filter(one -> one.record().model().equals(naive))
                        .findFirst());
    }

    /** Empty where too few bars came since. */
    static Optional<Result> between(
            ModelRecord champion,
            FittedForecaster standing,
            Forecaster challenger,
            int tried,
            Observations observations,
            Training training) {
        int fresh = 0;
        while (fresh < observations.size()
                && observations.timeNanos(fresh) <= champion.learned().toNanos()) {
            fresh++;
        }
        int from = Math.max(fresh, observations.size() - ForecastSeries.RETRAIN_BARS);
        if (observations.size() - from < BARS_MIN || from < challenger.observationsNeeded()) {
            return Optional.empty();
        }
        for (int i = fresh; i < from; i++) {
            standing.observe(observations.get(i));
        }
        FittedForecaster fitted;
        try {
            fitted = challenger.fit(
                    observations.between(Math.max(0, from - ForecastSeries.BARS_LEARNED), from), training);
        } catch (UnfitWindow cannot) {
            return Optional.empty();
        }
        double[] ofChampion = losses(standing, observations, from);
        double[] ofChallenger = losses(fitted, observations, from);
        double ratio =
                Arrays.stream(ofChallenger).sum() / Arrays.stream(ofChampion).sum();
        double chance = DieboldMariano.of(ofChampion, ofChallenger, 1).pSecondBetter();
        return Optional.of(new Result(ratio, chance, tried, ofChampion.length));
    }

    private static double[] losses(FittedForecaster model, Observations observations, int from) {
        double[] losses = new double[observations.size() - from];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = QuantileScores.crps(model.forecast(1).quantiles()[0], observations.value(from + i));
            model.observe(observations.get(from + i));
        }
        return losses;
    }
}
