package io.sextant.ui.testing;

import io.sextant.domain.event.Event;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** Who listens to the fake engine; deliveries come at once, on the thread of whoever caused them. */
final class FakeSubscriptions {

    private final List<One<?>> open = new CopyOnWriteArrayList<>();

    <T> Subscription add(Topic<T> topic, Consumer<? super T> listener) {
        One<T> one = new One<>(topic, listener);
        open.add(one);
        return one;
    }

    List<Topic<?>> topics() {
        return open.stream().<Topic<?>>map(one -> one.topic).toList();
    }

    void publish(Event event) {
        for (One<?> one : open) {
            if (one.topic instanceof Topic.Events) {
                one.give(event);
            }
        }
    }

    void publishStates(Function<Topic<?>, Optional<?>> stateOf) {
        for (One<?> one : open) {
            stateOf.apply(one.topic).ifPresent(one::give);
        }
    }

    void endEventSubscriptions() {
        open.removeIf(one -> one.topic instanceof Topic.Events);
    }

    void endAll() {
        open.clear();
    }

    private final class One<T> implements Subscription {

        private final Topic<T> topic;
        private final Consumer<? super T> listener;

        One(Topic<T> topic, Consumer<? super T> listener) {
            this.topic = topic;
            this.listener = listener;
        }

        /** The topic says what type its deliveries have. */
        @SuppressWarnings("unchecked")
        void give(Object delivery) {
            if (isOpen()) {
                listener.accept((T) delivery);
            }
        }

        @Override
        public boolean isOpen() {
            return open.contains(this);
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }
}
