package io.sextant.forecasting;

import java.util.Optional;
import java.util.ServiceLoader;

/** Where forecasters come from by name; found by {@link ServiceLoader}, so that who compares models on another machine needs to know none. */
public interface ForecasterSource {

    Optional<Forecaster> find(String name);

    /** Of any source that this process has. */
    static Optional<Forecaster> findAnywhere(String name) {
        return ServiceLoader.load(ForecasterSource.class, ForecasterSource.class.getClassLoader()).stream()
                .flatMap(each -> each.get().find(name).stream())
                .findFirst();
    }
}
