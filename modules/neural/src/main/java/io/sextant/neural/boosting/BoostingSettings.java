package io.sextant.neural.boosting;

import java.util.HashMap;
import java.util.Map;

/**
 * How trees are grown (Chen and Guestrin 2016). {@code rowShare} and {@code columnShare} are what each tree sees; {@code rowsPerLeafMin}
 * keeps leaves from single rows; {@code leafPenalty} pulls leaves towards zero. The same seed grows the same trees, whatever the number
 * of processors: each model has one thread, and several models are grown beside each other.
 */
public record BoostingSettings(
        int trees,
        int depth,
        double learningRate,
        double rowShare,
        double columnShare,
        double rowsPerLeafMin,
        double leafPenalty,
        long seed) {

    public static final BoostingSettings USUAL = new BoostingSettings(100, 4, 0.1, 0.7, 0.5, 10, 1, 1);

    private static final int TREES_MAX = 100_000;
    private static final int DEPTH_MAX = 16;

    public BoostingSettings {
        if (trees < 1 || trees > TREES_MAX) {
            throw new IllegalArgumentException("there are 1 to " + TREES_MAX + " trees, not " + trees);
        }
        if (depth < 1 || depth > DEPTH_MAX) {
            throw new IllegalArgumentException("trees are 1 to " + DEPTH_MAX + " deep, not " + depth);
        }
        if (!(learningRate > 0 && learningRate <= 1)
                || !(rowShare > 0 && rowShare <= 1)
                || !(columnShare > 0 && columnShare <= 1)) {
            throw new IllegalArgumentException("learning rate and shares are above 0 and at most 1");
        }
        if (!(rowsPerLeafMin >= 0) || !(leafPenalty >= 0)) {
            throw new IllegalArgumentException("rows of a leaf and its penalty are not below 0");
        }
    }

    public BoostingSettings withTrees(int number) {
        return new BoostingSettings(
                number, depth, learningRate, rowShare, columnShare, rowsPerLeafMin, leafPenalty, seed);
    }

    public BoostingSettings withSeed(long another) {
        return new BoostingSettings(
                trees, depth, learningRate, rowShare, columnShare, rowsPerLeafMin, leafPenalty, another);
    }

    Map<String, Object> words() {
        Map<String, Object> words = new HashMap<>();
        words.put("objective", "reg:squarederror");
        words.put("tree_method", "hist");
        words.put("max_depth", depth);
        words.put("eta", learningRate);
        words.put("subsample", rowShare);
        words.put("colsample_bytree", columnShare);
        words.put("min_child_weight", rowsPerLeafMin);
        words.put("lambda", leafPenalty);
        words.put("seed", seed);
        words.put("nthread", 1);
        words.put("verbosity", 0);
        return words;
    }
}
