package io.sextant.neural.forecast;

import io.sextant.domain.forecast.LearningTrouble.Code;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.neural.boosting.BoostedTrees;
import io.sextant.neural.boosting.BoostingSettings;
import java.io.DataInput;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * Boosted trees on past changes and the features of the series, a set of trees for each of up to eight steps ahead and straight lines between
 * them. Their number is chosen on the part after the first 70% and with it how much is believed; then they are grown anew on all.
 */
public final class BoostedForecaster implements Forecaster {

    private static final int FEWEST_SAMPLES = 100;
    private static final int STEPS_MOST = 8;
    private static final int[] TREES = {15, 50, 150};

    private static final BoostingSettings SETTINGS = new BoostingSettings(50, 3, 0.05, 0.7, 0.7, 20, 5, 1);

    private final BoostingSettings settings;

    public BoostedForecaster() {
        this(SETTINGS);
    }

    /** The number of trees is chosen anew in each fit, whatever {@code settings} say of it. */
    public BoostedForecaster(BoostingSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "xgb";
    }

    @Override
    public int observationsNeeded() {
        return LaggedRow.LONGEST + FEWEST_SAMPLES;
    }

    /** Steps that have trees of their own: all where there are few, else spread evenly over their logarithm. */
    static int[] stepsWithTrees(int horizon) {
        if (horizon <= STEPS_MOST) {
            return IntStream.rangeClosed(1, horizon).toArray();
        }
        return IntStream.range(0, STEPS_MOST)
                .map(i -> (int) Math.round(Math.pow(horizon, (double) i / (STEPS_MOST - 1))))
                .distinct()
                .toArray();
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        int horizon = training.horizon();
        int samples = past.size() - horizon - LaggedRow.LONGEST;
        Parts parts = Parts.of(Math.max(0, samples), horizon);
        if (past.size() < observationsNeeded() || !parts.isEnough()) {
            throw UnfitWindow.tooFew(
                    observationsNeeded() + 2L * horizon,
                    past.size(),
                    "xgb needs at least " + (observationsNeeded() + 2 * horizon) + " values for " + horizon
                            + " steps ahead, and there are " + past.size());
        }
        double unit = Targets.deviation(past, LaggedRow.LONGEST + parts.trainingEnd());
        if (!(unit > 0)) {
            throw new UnfitWindow(Code.STANDS_STILL, "nothing moves in the part that xgb would learn from");
        }
        return new Fit(past, training, parts, new Targets(unit, horizon), settings).run();
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        return FittedTrees.load(in);
    }

    private static final class Fit {

        private final Observations past;
        private final Training training;
        private final Parts parts;
        private final Targets targets;
        private final BoostingSettings settings;
        private final int[] steps;
        private final double[][] columns;
        private final float[][] came;

        Fit(Observations past, Training training, Parts parts, Targets targets, BoostingSettings settings) {
            this.past = past;
            this.training = training;
            this.parts = parts;
            this.targets = targets;
            this.settings = settings;
            steps = stepsWithTrees(targets.horizon());
            LaggedRow rows = new LaggedRow(targets.unit(), past.featureNames());
            columns = new double[rows.names().size()][parts.end()];
            came = new float[parts.end()][];
            for (int origin = 0; origin < past.size() - targets.horizon(); origin++) {
                rows.observe(past.get(origin));
                int sample = origin - LaggedRow.LONGEST;
                if (sample >= 0 && sample < parts.end()) {
                    double[] row = rows.row();
                    for (int j = 0; j < row.length; j++) {
                        columns[j][sample] = row[j];
                    }
                    came[sample] = targets.of(past, origin);
                }
            }
        }

        private double[] target(int step) {
            double[] column = new double[came.length];
            for (int i = 0; i < column.length; i++) {
                column[i] = came[i][step - 1];
            }
            return column;
        }

        private BoostedTrees grown(int step, int trees, int end) {
            training.checkCancelled();
            return BoostedTrees.fit(
                    columns,
                    target(step),
                    0,
                    end,
                    settings.withTrees(trees).withSeed(training.seed() & Integer.MAX_VALUE));
        }

        /** By sample of the later parts, what trees from the first say of every step. */
        private float[][] said(int trees) {
            int first = parts.validationFrom();
            float[][] atSteps = new float[parts.end() - first][steps.length];
            for (int s = 0; s < steps.length; s++) {
                try (BoostedTrees model = grown(steps[s], trees, parts.trainingEnd())) {
                    double[] predicted = model.predict(columns, first, parts.end());
                    for (int i = 0; i < predicted.length; i++) {
                        atSteps[i][s] = (float) predicted[i];
                    }
                }
            }
            float[][] said = new float[atSteps.length][];
            for (int i = 0; i < said.length; i++) {
                said[i] = FittedTrees.everyStep(atSteps[i], steps, targets.horizon());
            }
            return said;
        }

        private double loss(float[][] said) {
            double sum = 0;
            for (int i = 0; i < parts.validationEnd() - parts.validationFrom(); i++) {
                for (int h = 0; h < said[i].length; h++) {
                    double miss = (double) came[parts.validationFrom() + i][h] - said[i][h];
                    sum += miss * miss;
                }
            }
            return sum / Math.max(1, parts.validationEnd() - parts.validationFrom()) / targets.horizon();
        }

        FittedForecaster run() {
            float[][] best = {};
            double least = Double.POSITIVE_INFINITY;
            int trees = TREES[0];
            for (int i = 0; i < TREES.length; i++) {
                float[][] said = said(TREES[i]);
                double loss = loss(said);
                training.watcher().step((i + 1.0) / (TREES.length + 1), Double.NaN, loss);
                if (loss < least) {
                    least = loss;
                    best = said;
                    trees = TREES[i];
                }
            }
            float[][] later = new float[best.length][];
            System.arraycopy(came, parts.validationFrom(), later, 0, later.length);
            Calibration calibration = Calibration.learn(best, later, false);
            BoostedTrees[] models = new BoostedTrees[steps.length];
            for (int s = 0; s < steps.length; s++) {
                models[s] = grown(steps[s], trees, parts.end());
            }
            training.watcher().step(1, Double.NaN, least);
            LaggedRow rows = new LaggedRow(targets.unit(), past.featureNames());
            for (int i = Math.max(0, past.size() - LaggedRow.LONGEST - 1); i < past.size(); i++) {
                rows.observe(past.get(i));
            }
            return new FittedTrees(models, steps, targets, calibration, rows);
        }
    }
}
