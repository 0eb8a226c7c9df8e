package io.sextant.engine.forecast;

import io.sextant.forecasting.registry.ModelRecord;
import io.sextant.forecasting.registry.ModelRegistry;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class ModelsInMemory implements ModelRegistry {

    private record Kept(ModelRecord model, byte[] content) {}

    private final Map<String, Kept> models = new LinkedHashMap<>();

    @Override
    public synchronized void add(ModelRecord model, byte[] content) {
        models.putIfAbsent(model.id(), new Kept(model, content.clone()));
    }

    @Override
    public synchronized List<ModelRecord> of(String subject) {
        return models.values().stream()
                .map(Kept::model)
                .filter(model -> model.subject().equals(subject))
                .sorted(Comparator.comparingLong(ModelRecord::trainedNanos).reversed())
                .toList();
    }

    @Override
    public synchronized Optional<ModelRecord> find(String id) {
        return Optional.ofNullable(models.get(id)).map(Kept::model);
    }

    @Override
    public synchronized byte[] content(ModelRecord model) {
        return models.get(model.id()).content().clone();
    }

    @Override
    public synchronized void remove(String id) {
        models.remove(id);
    }

    /** As a fault of the disk would. */
    synchronized void damage(String id) {
        Kept kept = models.get(id);
        models.put(id, new Kept(kept.model(), new byte[0]));
    }
}
