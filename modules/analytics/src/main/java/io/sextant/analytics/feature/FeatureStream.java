package io.sextant.analytics.feature;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Chosen features of one instrument, bar by bar. What no chosen feature reads is not computed. After it is made, a bar allocates
 * nothing.
 */
public final class FeatureStream {

    private final List<Feature> features;
    private final Node[] steps;
    private final Node[] told;
    private final FeatureInput input = new FeatureInput();

    public FeatureStream(List<Feature> features) {
        this.features = List.copyOf(features);
        FeatureList list = FeatureCatalog.build(input);
        told = new Node[features.size()];
        Set<Node> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < told.length; i++) {
            int place = list.features().indexOf(features.get(i));
            if (place < 0) {
                throw new IllegalArgumentException("not in the catalogue: " + features.get(i));
            }
            told[i] = list.node(place);
            addWithSources(told[i], wanted);
        }
        steps = list.graph().inOrder().stream().filter(wanted::contains).toArray(Node[]::new);
    }

    private static void addWithSources(Node node, Set<Node> wanted) {
        if (wanted.add(node)) {
            node.sources().forEach(source -> addWithSources(source, wanted));
        }
    }

    public List<Feature> features() {
        return features;
    }

    /** The same steps for many bars at a time; not to be mixed with {@link #next}. */
    FeatureBlocks blocks() {
        return new FeatureBlocks(List.of(steps), told);
    }

    /** Where the next bar is put before {@link #next}. */
    public FeatureInput input() {
        return input;
    }

    /** Takes the bar that stands in {@link #input} and writes a number for each feature; NaN where it has none. */
    public void next(double[] out) {
        for (Node step : steps) {
            step.step();
        }
        for (int i = 0; i < told.length; i++) {
            double value = told[i].value;
            out[i] = Double.isInfinite(value) ? Double.NaN : value;
        }
    }
}
