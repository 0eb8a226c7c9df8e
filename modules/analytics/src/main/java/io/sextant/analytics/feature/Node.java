package io.sextant.analytics.feature;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One number of each bar within a {@link FeatureGraph}. NaN until there are enough bars, and wherever it has no meaning. */
abstract class Node {

    private final String formula;
    private final int warmUpBars;
    private final Set<DataNeed> needs;
    private final List<Node> sources;
    double value = Double.NaN;

    Node(String formula, int warmUpBars, Set<DataNeed> needs) {
        this.formula = formula;
        this.warmUpBars = warmUpBars;
        this.needs = needs;
        sources = List.of();
    }

    /** Made from {@code source} with {@code moreBars} before it. */
    Node(String formula, Node source, int moreBars) {
        this.formula = formula;
        warmUpBars = source.warmUpBars + moreBars;
        needs = source.needs;
        sources = List.of(source);
    }

    /** Made from both, with {@code moreBars} before them. */
    Node(String formula, Node a, Node b, int moreBars) {
        this.formula = formula;
        warmUpBars = Math.max(a.warmUpBars, b.warmUpBars) + moreBars;
        needs = union(a.needs, b.needs);
        sources = List.of(a, b);
    }

    /** Takes what its sources hold since they took their step. Allocates nothing. */
    abstract void step();

    /** As many steps at once: {@code in} holds what each source was at them, {@code out} is filled with what this one was. */
    void stepAll(int steps, double[][] in, double[] out) {
        for (int i = 0; i < steps; i++) {
            for (int s = 0; s < in.length; s++) {
                sources.get(s).value = in[s][i];
            }
            step();
            out[i] = value;
        }
    }

    /** Whether it looks at the bar itself and not only at its sources. */
    boolean looksAtTheBar() {
        return false;
    }

    /** Whether it only tells what its one source holds beside its number, and so must be asked at the same bar. */
    boolean isReadOff() {
        return false;
    }

    final String formula() {
        return formula;
    }

    final int warmUpBars() {
        return warmUpBars;
    }

    final Set<DataNeed> needs() {
        return needs;
    }

    /** What must have taken its step before. */
    final List<Node> sources() {
        return sources;
    }

    private static Set<DataNeed> union(Set<DataNeed> a, Set<DataNeed> b) {
        EnumSet<DataNeed> both = EnumSet.noneOf(DataNeed.class);
        both.addAll(a);
        both.addAll(b);
        return both;
    }
}
