package io.sextant.engine.forecast;

import io.sextant.domain.forecast.LearningTrouble;
import io.sextant.domain.forecast.Stretch;
import io.sextant.domain.forecast.StretchText;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.forecasting.annotation.StretchesWeighed;
import io.sextant.forecasting.evaluation.Comparison;
import io.sextant.forecasting.evaluation.Comparison.Assessment;
import io.sextant.forecasting.evaluation.Folds;
import io.sextant.forecasting.evaluation.Plan;
import io.sextant.forecasting.registry.DataHash;
import io.sextant.forecasting.registry.ModelRecord;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures models by walking through the past and then lets each learn from all of it. */
final class ModelTraining {

    static final int FOLDS = 5;
    static final double COST_BPS = 10;

    /** The same data train the same models. */
    private static final long SEED = 20_260_101;

    /** The setting that says how many models were held against the series up to this one. */
    static final String TRIALS = "trials";

    private static final double COMPARING = 0.7;

    /** A model with what it was measured by and its bytes. */
    record Trained(ModelRecord record, byte[] content, FittedForecaster fitted) {}

    /** What came of a run; {@code unfit} by name, with the reason. */
    record Outcome(List<Trained> models, Map<String, LearningTrouble> unfit, int trials) {}

    /** The newest model of a name that stands, if one does. */
    record Parent(String id, FittedForecaster fitted) {}

    /** Whom models can go on from. */
    @FunctionalInterface
    interface Parents {
        Optional<Parent> find(String model);
    }

    private final ForecastSubject subject;
    private final ClosedBars bars;
    private final int trialsBefore;
    private final Parents parents;
    private final List<Stretch> stretches;
    private final TrainingBoard board;
    private final Progress progress;

    ModelTraining(
            ForecastSubject subject,
            ClosedBars bars,
            int trialsBefore,
            Parents parents,
            List<Stretch> stretches,
            TrainingBoard board,
            Progress progress) {
        this.subject = subject;
        this.bars = bars;
        this.trialsBefore = trialsBefore;
        this.parents = parents;
        this.stretches = List.copyOf(stretches);
        this.board = board;
        this.progress = progress;
    }

    /** @throws UnfitWindow where there is too little to compare anything */
    Outcome run(Forecaster naive, List<Forecaster> models) {
        Observations observations = bars.observations();
        board.begin(models.stream().map(Forecaster::name).toList());
        Comparison comparison = compare(observations, naive, models);
        Map<String, LearningTrouble> unfit = new LinkedHashMap<>();
        comparison.unfit().forEach(one -> unfit.put(one.name(), one.trouble()));
        List<Trained> trained = new ArrayList<>();
        int at = 0;
        for (Assessment assessment : comparison.models()) {
            Forecaster model = find(assessment.name(), naive, models);
            try {
                trained.add(learn(model, assessment, observations, comparison.trials()));
                board.ended(model.name(), true);
            } catch (UnfitWindow cannot) {
                unfit.put(model.name(), cannot.trouble(model.name()));
                board.ended(model.name(), false);
            }
            at++;
            progress.done(COMPARING + (1 - COMPARING) * at / comparison.models().size());
        }
        unfit.keySet().forEach(name -> board.ended(name, false));
        return new Outcome(trained, unfit, comparison.trials());
    }

    private Comparison compare(Observations observations, Forecaster naive, List<Forecaster> models) {
        int half = (int) (observations.size() * Folds.FIRST_SHARE_USUAL);
        int walks = (models.size() + 1) * FOLDS;
        int[] walked = new int[1];
        Plan plan = Plan.quiet(
                        Folds.expanding(observations.size(), FOLDS, half, new Folds.Gap(0, 0)), 1, bars.scale(), SEED)
                .withCostBps(COST_BPS)
                .withTrialsBefore(trialsBefore)
                .withNotJudged(StretchesWeighed.leftOut(stretches, observations))
                .watchedBy(
                        (name, done, of) -> {
                            synchronized (walked) {
                                walked[0]++;
                                board.walked(name, COMPARING * done / of);
                                if (!progress.isCancelled()) {
                                    progress.done(COMPARING * walked[0] / walks);
                                }
                            }
                        },
                        progress::isCancelled);
        return Comparison.of(
                observations,
                new LearnedFor(naive, ForecastSeries.HORIZON),
                models.stream()
                        .<Forecaster>map(model -> new LearnedFor(weighed(model), ForecastSeries.HORIZON))
                        .toList(),
                plan);
    }

    private Trained learn(Forecaster model, Assessment assessment, Observations observations, int trials) {
        Training training = new Training(
                ForecastSeries.HORIZON,
                SEED,
                (done, loss, validation) ->
                        board.step(model.name(), COMPARING + (1 - COMPARING) * done, loss, validation),
                progress::isCancelled);
        Optional<Parent> parent = parents.find(model.name());
        FittedForecaster fitted = weighed(model)
                .fit(
                        observations,
                        parent.map(one -> training.goingOnFrom(one.fitted())).orElse(training));
        byte[] content = content(fitted);
        int last = observations.size() - 1;
        ModelRecord record = ModelRecord.of(
                model.name(),
                subject.key(),
                observations.timeNanos(last),
                new ModelRecord.Learned(
                        observations.timeNanos(0),
                        observations.timeNanos(last),
                        observations.size(),
                        DataHash.of(observations)),
                observations.featureNames(),
                settings(assessment, trials),
                SEED,
                SkillNumbers.of(assessment, observations, trials),
                fitted.hasParent() ? parent.map(Parent::id) : Optional.empty(),
                content);
        return new Trained(record, content, fitted);
    }

    private Map<String, String> settings(Assessment assessment, int trials) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("folds", Integer.toString(FOLDS));
        settings.put("horizon", Integer.toString(ForecastSeries.HORIZON));
        settings.put("scale", bars.scale().name());
        settings.put(TRIALS, Integer.toString(trials));
        settings.put(SkillNumbers.WORD, assessment.verdict().word());
        if (!stretches.isEmpty()) {
            settings.put("stretches", StretchText.write(stretches));
        }
        return settings;
    }

    private Forecaster weighed(Forecaster model) {
        return stretches.isEmpty() ? model : new StretchesWeighed(model, stretches);
    }

    private static Forecaster find(String name, Forecaster naive, List<Forecaster> models) {
        return models.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(naive);
    }

    private static byte[] content(FittedForecaster fitted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            fitted.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
