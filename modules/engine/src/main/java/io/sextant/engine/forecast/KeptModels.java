package io.sextant.engine.forecast;

import io.sextant.forecasting.registry.ModelRecord;
import io.sextant.forecasting.registry.ModelRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Which models of a series are kept, so that a desk that trains every night does not fill its disk. */
final class KeptModels {

    /** So many of each model can be gone back to. */
    static final int OF_EACH = 5;

    private KeptModels() {}

    /** @param matters whether a model stays whatever its age: one that stands, or the champion before */
    static void tidy(ModelRegistry registry, String subject, Predicate<String> matters) {
        Map<String, Integer> kept = new HashMap<>();
        for (ModelRecord record : registry.of(subject)) {
            if (kept.merge(record.model(), 1, Integer::sum) > OF_EACH && !matters.test(record.id())) {
                registry.remove(record.id());
            }
        }
    }
}
