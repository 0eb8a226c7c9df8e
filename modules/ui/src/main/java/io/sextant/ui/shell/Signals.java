package io.sextant.ui.shell;

import io.sextant.domain.request.Subscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Values passed between panels by their type, for example a price clicked on the ladder that the ticket takes. Delivered at
 * once, on the JavaFX thread.
 */
public final class Signals {

    private final Map<Class<?>, List<Consumer<Object>>> listeners = new HashMap<>();

    /** Listens to values of exactly this type until the subscription is closed. */
    public <T> Subscription on(Class<T> type, Consumer<? super T> listener) {
        List<Consumer<Object>> ofType = listeners.computeIfAbsent(type, unused -> new ArrayList<>());
        Consumer<Object> untyped = value -> listener.accept(type.cast(value));
        ofType.add(untyped);
        return new Subscription() {
            @Override
            public boolean isOpen() {
                return ofType.contains(untyped);
            }

            @Override
            public void close() {
                ofType.remove(untyped);
            }
        };
    }

    /** True when somebody took it. */
    public boolean send(Object value) {
        List<Consumer<Object>> takers = List.copyOf(listeners.getOrDefault(value.getClass(), List.of()));
        takers.forEach(taker -> taker.accept(value));
        return !takers.isEmpty();
    }
}
