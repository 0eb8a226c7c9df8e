package io.sextant.neural.selection;

/** How much each column matters for a target. */
@FunctionalInterface
public interface FeatureRanking {

    /** One number a column, 0 for what does not matter, from rows {@code from} to {@code to}, exclusive, and no others. */
    double[] importance(double[][] columns, double[] target, int from, int to);
}
