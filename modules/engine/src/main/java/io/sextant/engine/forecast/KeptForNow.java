package io.sextant.engine.forecast;

import io.sextant.forecasting.registry.ModelRecord;
import io.sextant.forecasting.registry.ModelRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Models of one walk through the past, which nobody needs when it is over. */
final class KeptForNow implements ModelRegistry {

    private record Kept(ModelRecord model, byte[] content) {}

    private final Map<String, Kept> models = new LinkedHashMap<>();

    @Override
    public void add(ModelRecord model, byte[] content) {
        models.putIfAbsent(model.id(), new Kept(model, content));
    }

    @Override
    public List<ModelRecord> of(String subject) {
        List<ModelRecord> found = new ArrayList<>();
        models.values().stream()
                .map(Kept::model)
                .filter(model -> model.subject().equals(subject))
                .forEach(found::add);
        // Of those that were trained at one bar the last one first, as time would have it.
        Collections.reverse(found);
        found.sort(Comparator.comparingLong(ModelRecord::trainedNanos).reversed());
        return found;
    }

    @Override
    public Optional<ModelRecord> find(String id) {
        return Optional.ofNullable(models.get(id)).map(Kept::model);
    }

    @Override
    public byte[] content(ModelRecord model) {
        Kept kept = models.get(model.id());
        if (kept == null) {
            throw new DamagedModel(model);
        }
        return kept.content().clone();
    }

    @Override
    public void remove(String id) {
        models.remove(id);
    }
}
