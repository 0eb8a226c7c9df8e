package io.sextant.neural.selection;

import io.sextant.neural.boosting.BoostedTrees;
import io.sextant.neural.boosting.BoostingSettings;

/** Mean absolute Shapley values in boosted trees, over at most the last so many of the rows that were learned. */
public record BoostedRanking(BoostingSettings settings, int attributedRowsMax) implements FeatureRanking {

    /** Enough for a mean, and cheap beside the growing of the trees. */
    public static final int ATTRIBUTED_ROWS_USUAL = 5_000;

    @Override
    public double[] importance(double[][] columns, double[] target, int from, int to) {
        try (BoostedTrees trees = BoostedTrees.fit(columns, target, from, to, settings)) {
            return trees.importance(columns, Math.max(from, to - attributedRowsMax), to);
        }
    }
}
