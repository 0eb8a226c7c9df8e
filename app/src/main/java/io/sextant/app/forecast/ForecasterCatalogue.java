package io.sextant.app.forecast;

import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.evaluation.LastValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** All forecasters by name, the naive one first. The only place that knows which there are. */
public final class ForecasterCatalogue {

    private static final Map<String, Supplier<Forecaster>> MAKERS = new LinkedHashMap<>();

    static {
        MAKERS.put(LastValue.NAME, LastValue::new);
    }

    private ForecasterCatalogue() {}

    public static List<String> names() {
        return List.copyOf(MAKERS.keySet());
    }

    public static Optional<Forecaster> find(String name) {
        return Optional.ofNullable(MAKERS.get(name)).map(Supplier::get);
    }

    /** What every comparison holds the others against. */
    public static Forecaster naive() {
        return new LastValue();
    }
}
