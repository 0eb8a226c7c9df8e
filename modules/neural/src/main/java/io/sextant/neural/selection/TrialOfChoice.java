package io.sextant.neural.selection;

import io.sextant.neural.boosting.BoostedTrees;
import io.sextant.neural.boosting.BoostingSettings;
import java.util.Arrays;
import java.util.List;

/**
 * What a window's choice was worth where nobody looked: root mean squared errors in its validation rows, of trees grown on the chosen
 * columns, of trees grown on all, and of the mean of the training rows.
 */
public record TrialOfChoice(double rmseChosen, double rmseAll, double rmseMean) {

    /** Of all windows, beside each other. */
    public static List<TrialOfChoice> ofAll(
            double[][] columns, double[] target, List<FeatureSelection.Fold> folds, BoostingSettings settings) {
        return SideBySide.each(folds, fold -> of(columns, target, fold, settings));
    }

    public static TrialOfChoice of(
            double[][] columns, double[] target, FeatureSelection.Fold fold, BoostingSettings settings) {
        int[] chosen = fold.columns();
        double[][] some = new double[chosen.length][];
        for (int i = 0; i < some.length; i++) {
            some[i] = columns[chosen[i]];
        }
        TrainingWindows.Window window = fold.window();
        double mean = 0;
        for (int i = 0; i < window.trainEnd(); i++) {
            mean += target[i] / window.trainEnd();
        }
        double[] level = new double[window.validationEnd() - window.validationStart()];
        Arrays.fill(level, mean);
        double plain = error(level, target, window);
        return new TrialOfChoice(
                some.length == 0 ? plain : grown(some, target, window, settings),
                grown(columns, target, window, settings),
                plain);
    }

    private static double grown(
            double[][] columns, double[] target, TrainingWindows.Window window, BoostingSettings settings) {
        try (BoostedTrees trees = BoostedTrees.fit(columns, target, 0, window.trainEnd(), settings)) {
            return error(trees.predict(columns, window.validationStart(), window.validationEnd()), target, window);
        }
    }

    private static double error(double[] predicted, double[] target, TrainingWindows.Window window) {
        double squares = 0;
        for (int i = 0; i < predicted.length; i++) {
            double miss = predicted[i] - target[window.validationStart() + i];
            squares += miss * miss;
        }
        return Math.sqrt(squares / predicted.length);
    }
}
