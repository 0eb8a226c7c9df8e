package io.sextant.engine.strategy;

import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import java.util.List;

/** Features by the names that strategies give. */
public final class Features {

    private Features() {}

    /** Refuses a name that the catalogue has not. */
    public static List<Feature> of(List<String> names) {
        return names.stream()
                .map(name -> FeatureCatalog.find(name)
                        .orElseThrow(() -> new IllegalArgumentException("there is no feature called " + name)))
                .toList();
    }
}
