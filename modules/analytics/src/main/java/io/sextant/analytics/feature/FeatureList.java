package io.sextant.analytics.feature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Features under construction, over one graph. */
final class FeatureList {

    private final FeatureGraph graph;
    private final List<Feature> features = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    FeatureList(FeatureGraph graph) {
        this.graph = graph;
    }

    FeatureGraph graph() {
        return graph;
    }

    void add(FeatureFamily family, String name, String unit, Node node) {
        if (!names.add(name)) {
            throw new IllegalStateException("two features are called " + name);
        }
        features.add(new Feature(name, family, node.formula(), unit, node.warmUpBars(), node.needs()));
        nodes.add(node);
    }

    List<Feature> features() {
        return features;
    }

    Node node(int index) {
        return nodes.get(index);
    }
}
