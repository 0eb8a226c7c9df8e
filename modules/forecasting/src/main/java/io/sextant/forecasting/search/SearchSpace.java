package io.sextant.forecasting.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All settings that are searched over: a cube whose sides are 0 to 1. */
public record SearchSpace(List<Dimension> dimensions) {

    public SearchSpace {
        dimensions = List.copyOf(dimensions);
        if (dimensions.stream().map(Dimension::name).distinct().count() != dimensions.size() || dimensions.isEmpty()) {
            throw new IllegalArgumentException("settings have names of their own, and there is at least one");
        }
    }

    public int size() {
        return dimensions.size();
    }

    /** What a point of the cube means, by name. */
    public Map<String, String> valuesAt(double[] point) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < point.length; i++) {
            values.put(dimensions.get(i).name(), dimensions.get(i).valueAt(point[i]));
        }
        return values;
    }
}
