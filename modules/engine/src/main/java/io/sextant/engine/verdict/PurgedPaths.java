package io.sextant.engine.verdict;

import io.sextant.analytics.luck.SharpeEvidence;
import io.sextant.forecasting.evaluation.CombinatorialFolds;
import io.sextant.forecasting.evaluation.CombinatorialFolds.Split;
import java.util.Arrays;

/**
 * Paths through the past on each stretch of which the choice was made from other stretches, some before it and some after, with what
 * borders on it left out (Lopez de Prado 2018, chapter 12).
 *
 * @param sharpes the ratio a year of each path, sorted
 */
public record PurgedPaths(int splits, double[] sharpes) {

    static PurgedPaths through(TrialTable table, CombinatorialFolds folds) {
        int[] best = new int[folds.splits().size()];
        for (int s = 0; s < best.length; s++) {
            best[s] = best(table, folds.splits().get(s));
        }
        double[] sharpes = new double[folds.paths()];
        double[] path = new double[table.periods()];
        for (int p = 0; p < sharpes.length; p++) {
            for (int group = 0; group < folds.groups(); group++) {
                int from = folds.from(group);
                double[] own = table.returns()[best[folds.splitOf(p, group)]];
                System.arraycopy(own, from, path, from, folds.from(group + 1) - from);
            }
            sharpes[p] = table.aYear(SharpeEvidence.sharpe(path));
        }
        Arrays.sort(sharpes);
        return new PurgedPaths(best.length, sharpes);
    }

    private static int best(TrialTable table, Split split) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        double[] learned = new double[table.periods()];
        for (int c = 0; c < table.returns().length; c++) {
            int count = 0;
            for (int t = 0; t < learned.length; t++) {
                if (split.learned()[t]) {
                    learned[count++] = table.returns()[c][t];
                }
            }
            double own = SharpeEvidence.sharpe(Arrays.copyOf(learned, count));
            if (own > highest) {
                highest = own;
                best = c;
            }
        }
        return best;
    }

    public double median() {
        int half = sharpes.length / 2;
        return sharpes.length % 2 == 1 ? sharpes[half] : (sharpes[half - 1] + sharpes[half]) / 2;
    }

    public double lossShare() {
        return (double) Arrays.stream(sharpes).filter(each -> !(each > 0)).count() / sharpes.length;
    }
}
