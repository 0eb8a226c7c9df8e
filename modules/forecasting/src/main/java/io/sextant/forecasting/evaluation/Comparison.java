package io.sextant.forecasting.evaluation;

import io.sextant.domain.forecast.LearningTrouble;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.UnfitWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Models beside the naive forecast, over the test parts of all folds.
 *
 * <p>A model has skill where its squared errors over all folds were smaller than naive's and the one-sided test of Clark and West, corrected by
 * Holm over all models of the run and all trials before, leaves chance less than {@link #LEVEL}: among any number of models that know
 * nothing, a single false word comes up no more often. It is worse where the test of Diebold and Mariano, corrected alike, says so.
 *
 * @param trials how many models were held against this test part, in this run and before
 * @param models naive first, then in the order asked for
 * @param unfit those that could not learn
 */
public record Comparison(int horizon, int folds, int trials, List<Assessment> models, List<Unfit> unfit) {

    /** The chance of a false word in a run. */
    public static final double LEVEL = 0.05;

    /**
     * @param corrected how likely so many trials tell a skill as large as this where there is none
     * @param steps figures of steps 1, 2, ... horizon
     * @param segments figures of the last step by the label of the origin
     */
    public record Assessment(
            String name,
            Verdict verdict,
            double corrected,
            List<Figures> steps,
            Map<String, Figures> segments,
            OutOfSample told) {

        public Assessment {
            steps = List.copyOf(steps);
        }

        /** Of the step that the verdict is about. */
        public Figures figures() {
            return steps.getLast();
        }
    }

    /** A model that could not learn from a training part, and why. */
    public record Unfit(String name, String why, LearningTrouble trouble) {}

    public Comparison {
        models = List.copyOf(models);
        unfit = List.copyOf(unfit);
    }

    /**
     * @param naive tells the distribution around the last value; its medians count as the last value itself
     * @throws java.util.concurrent.CancellationException where somebody asked to stop
     */
    public static Comparison of(Observations all, Forecaster naive, List<Forecaster> models, Plan plan) {
        return of(all, naive, models, plan, Walks.HERE);
    }

    /** @param walks who does what takes long */
    public static Comparison of(Observations all, Forecaster naive, List<Forecaster> models, Plan plan, Walks walks) {
        List<Forecaster> asked = new ArrayList<>();
        asked.add(naive);
        asked.addAll(models);
        List<Outcome> outcomes = walks.through(all, asked, plan);
        List<String> names = new ArrayList<>();
        List<OutOfSample> told = new ArrayList<>();
        List<Unfit> unfit = new ArrayList<>();
        for (int m = 0; m < asked.size(); m++) {
            switch (outcomes.get(m)) {
                case Outcome.Walked(OutOfSample walked) -> {
                    names.add(asked.get(m).name());
                    told.add(m == 0 ? walked.aroundOrigin(all) : walked);
                }
                case Outcome.NotFitted(UnfitWindow why) -> {
                    if (m == 0) {
                        throw why;
                    }
                    unfit.add(new Unfit(
                            asked.get(m).name(),
                            String.valueOf(why.getMessage()),
                            why.trouble(asked.get(m).name())));
                }
            }
        }
        int trials = models.size() + plan.trialsBefore();
        return new Comparison(
                plan.horizon(), plan.folds().size(), trials, assessed(all, names, told, plan, trials), unfit);
    }

    private static List<Assessment> assessed(
            Observations all, List<String> names, List<OutOfSample> told, Plan plan, int trials) {
        Scorer scorer = new Scorer(all, plan.folds(), plan.scale(), plan.costBps());
        List<List<Figures>> steps = new ArrayList<>();
        for (OutOfSample one : told) {
            List<Figures> ofOne = new ArrayList<>();
            for (int step = 1; step <= plan.horizon(); step++) {
                int ahead = step;
                ofOne.add(scorer.score(one, told.getFirst(), step, origin -> plan.isJudged(origin, ahead)));
            }
            steps.add(ofOne);
        }
        double[] better = new double[told.size() - 1];
        double[] worse = new double[told.size() - 1];
        for (int m = 1; m < told.size(); m++) {
            Figures last = steps.get(m).getLast();
            boolean nearer = last.dieboldMariano().statistic() > 0;
            better[m - 1] = nearer ? last.clarkWest().pNothing() : 1;
            worse[m - 1] = last.dieboldMariano().pSecondWorse();
        }
        better = Holm.corrected(better, trials);
        worse = Holm.corrected(worse, trials);
        List<Assessment> assessed = new ArrayList<>();
        for (int m = 0; m < told.size(); m++) {
            double corrected = m == 0 ? 1 : better[m - 1];
            Verdict verdict = corrected < LEVEL
                    ? Verdict.SKILL
                    : m > 0 && worse[m - 1] < LEVEL ? Verdict.WORSE_THAN_NAIVE : Verdict.NO_EVIDENCE;
            assessed.add(new Assessment(
                    names.get(m), verdict, corrected, steps.get(m), segments(scorer, told, m, plan), told.get(m)));
        }
        return assessed;
    }

    private static Map<String, Figures> segments(Scorer scorer, List<OutOfSample> told, int model, Plan plan) {
        Map<String, Figures> segments = new TreeMap<>();
        String[] labels = plan.segments();
        if (labels.length == 0) {
            return segments;
        }
        OutOfSample one = told.get(model);
        TreeSet<String> known = new TreeSet<>();
        for (int origin : one.origins()) {
            known.add(labels[origin]);
        }
        for (String label : known) {
            IntPredicate inside = origin -> plan.isJudged(origin, plan.horizon()) && labels[origin].equals(label);
            Figures figures = scorer.score(one, told.getFirst(), plan.horizon(), inside);
            if (figures.forecasts() > 0) {
                segments.put(label, figures);
            }
        }
        return segments;
    }
}
