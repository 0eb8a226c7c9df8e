package io.sextant.marketdata.quality;

import java.util.random.RandomGenerator;

/**
 * Finds points that few random cuts suffice to set apart (Liu, Ting and Zhou 2008). A point's score is
 * {@code 2^(-mean path / c(n))}: near 1 it is odd, below 0.5 it is not.
 */
final class IsolationForest {

    private static final int TREES = 64;
    private static final int SAMPLE = 256;
    private static final int DEPTH_MAX = 8;
    private static final double EULER = 0.5772156649015329;

    /** Nodes of one tree, children of i at 2i+1 and 2i+2; a leaf has feature -1 and its size's correction as cut. */
    private final int[][] features = new int[TREES][(1 << (DEPTH_MAX + 1)) - 1];

    private final double[][] cuts = new double[TREES][(1 << (DEPTH_MAX + 1)) - 1];
    private final int columns;
    private final double normal;

    /** @param points columns of equal length */
    IsolationForest(double[][] points, RandomGenerator random) {
        columns = points.length;
        int rows = points[0].length;
        int sample = Math.min(SAMPLE, rows);
        normal = meanPath(sample);
        for (int tree = 0; tree < TREES; tree++) {
            int[] chosen = random.ints(sample, 0, rows).toArray();
            grow(tree, 0, 0, points, chosen, 0, sample, random);
        }
    }

    private void grow(
            int tree, int node, int depth, double[][] points, int[] rows, int from, int to, RandomGenerator random) {
        // A column that does not vary here says nothing; the next one is asked.
        int feature = random.nextInt(columns);
        double min = 0;
        double max = 0;
        for (int tried = 0; tried < columns && !(max > min); tried++) {
            feature = (feature + 1) % columns;
            min = Double.POSITIVE_INFINITY;
            max = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                min = Math.min(min, points[feature][rows[i]]);
                max = Math.max(max, points[feature][rows[i]]);
            }
        }
        if (depth == DEPTH_MAX || to - from <= 1 || !(max > min)) {
            features[tree][node] = -1;
            cuts[tree][node] = meanPath(to - from);
            return;
        }
        double cut = min + random.nextDouble() * (max - min);
        int middle = from;
        for (int i = from; i < to; i++) {
            if (points[feature][rows[i]] < cut) {
                int swapped = rows[middle];
                rows[middle++] = rows[i];
                rows[i] = swapped;
            }
        }
        features[tree][node] = feature;
        cuts[tree][node] = cut;
        grow(tree, 2 * node + 1, depth + 1, points, rows, from, middle, random);
        grow(tree, 2 * node + 2, depth + 1, points, rows, middle, to, random);
    }

    double score(double[][] points, int row) {
        double paths = 0;
        for (int tree = 0; tree < TREES; tree++) {
            int node = 0;
            int depth = 0;
            while (features[tree][node] >= 0) {
                node = points[features[tree][node]][row] < cuts[tree][node] ? 2 * node + 1 : 2 * node + 2;
                depth++;
            }
            paths += depth + cuts[tree][node];
        }
        return Math.pow(2, -paths / TREES / normal);
    }

    /** Mean path of an unsuccessful search in a binary tree of {@code size} points. */
    private static double meanPath(int size) {
        if (size <= 1) {
            return 0;
        }
        return size == 2 ? 1 : 2 * (Math.log(size - 1.0) + EULER) - 2.0 * (size - 1) / size;
    }
}
