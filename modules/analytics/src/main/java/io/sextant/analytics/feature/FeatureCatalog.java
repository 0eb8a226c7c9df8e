package io.sextant.analytics.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The features there are, in a fixed order by family. */
public final class FeatureCatalog {

    private static final List<Feature> ALL =
            List.copyOf(build(new FeatureInput()).features());
    private static final Map<String, Feature> BY_NAME = byName();

    private FeatureCatalog() {}

    public static List<Feature> all() {
        return ALL;
    }

    public static Optional<Feature> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Those that can be told where there is {@code data}. */
    public static List<Feature> within(Set<DataNeed> data) {
        return ALL.stream().filter(feature -> feature.isWithin(data)).toList();
    }

    static FeatureList build(FeatureInput input) {
        FeatureList list = new FeatureList(new FeatureGraph(input));
        ReturnFeatures.addTo(list);
        VolatilityFeatures.addTo(list);
        MomentumFeatures.addTo(list);
        TrendFeatures.addTo(list);
        OscillatorFeatures.addTo(list);
        VolumeFeatures.addTo(list);
        CandleFeatures.addTo(list);
        CalendarFeatures.addTo(list);
        CrossAssetFeatures.addTo(list);
        OrderFlowFeatures.addTo(list);
        OutsideFeatures.addTo(list);
        return list;
    }

    private static Map<String, Feature> byName() {
        Map<String, Feature> found = new LinkedHashMap<>();
        ALL.forEach(feature -> found.put(feature.name(), feature));
        return found;
    }
}
