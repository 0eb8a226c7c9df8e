package io.sextant.remote.server;

import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.remote.protocol.ResultTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * States that several clients hear: the engine is asked for each topic once, however many hear it, and each picture becomes text once. So what
 * clients cost the engine's loop is bounded by what there is to see, not by how many look.
 */
final class SharedStates {

    private final EngineClient engine;
    private final Map<Topic<?>, Shared<?>> open = new HashMap<>();

    SharedStates(EngineClient engine) {
        this.engine = engine;
    }

    /** Who comes later is told at once what was told last. */
    synchronized <T> Subscription listen(Topic<T> topic, Consumer<Frame> ear) {
        Shared<?> known = open.get(topic);
        if (known == null || !known.isOpen()) {
            Shared<T> fresh = new Shared<>(topic);
            fresh.begin(engine);
            known = fresh;
            open.put(topic, fresh);
        }
        known.add(ear);
        return new Listening(topic, known, ear);
    }

    private synchronized void leave(Topic<?> topic, Shared<?> shared, Consumer<Frame> ear) {
        if (shared.remove(ear)) {
            shared.end();
            open.remove(topic, shared);
        }
    }

    private final class Listening implements Subscription {

        private final Topic<?> topic;
        private final Shared<?> shared;
        private final Consumer<Frame> ear;
        private volatile boolean left;

        Listening(Topic<?> topic, Shared<?> shared, Consumer<Frame> ear) {
            this.topic = topic;
            this.shared = shared;
            this.ear = ear;
        }

        @Override
        public boolean isOpen() {
            return !left && shared.isOpen();
        }

        @Override
        public void close() {
            left = true;
            leave(topic, shared, ear);
        }
    }

    private static final class Shared<T> {

        private final Topic<T> topic;
        private final List<Consumer<Frame>> ears = new ArrayList<>();
        private volatile @Nullable Subscription source;
        private @Nullable Frame newest;
        private long number;

        Shared(Topic<T> topic) {
            this.topic = topic;
        }

        void begin(EngineClient engine) {
            source = engine.subscribe(topic, this::tell);
        }

        private synchronized void tell(T value) {
            Frame frame = new Frame(++number, value, ResultTypes.of(topic));
            newest = frame;
            ears.forEach(ear -> ear.accept(frame));
        }

        synchronized void add(Consumer<Frame> ear) {
            ears.add(ear);
            Frame known = newest;
            if (known != null) {
                ear.accept(known);
            }
        }

        /** Whether it was the last one. */
        synchronized boolean remove(Consumer<Frame> ear) {
            return ears.remove(ear) && ears.isEmpty();
        }

        boolean isOpen() {
            Subscription from = source;
            return from != null && from.isOpen();
        }

        void end() {
            Subscription from = source;
            if (from != null) {
                from.close();
            }
        }
    }
}
