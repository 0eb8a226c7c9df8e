package io.sextant.ui.bridge;

import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One subscription of the engine to a state, shared by all panels that show it. */
final class StateChannel<T> {

    /** Half a minute. */
    static final int LONGEST_PATIENCE_BEATS = 120;

    private final AtomicReference<@Nullable T> arrived = new AtomicReference<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final EngineClient client;
    private final Topic<T> topic;
    private final Runnable requestPicture;
    private final Runnable requestFrame;
    private @Nullable Subscription subscription;
    private int beatsUntilNext;
    private int patienceBeats = 1;
    private volatile boolean heard;
    private volatile @Nullable T latest;

    StateChannel(EngineClient client, Topic<T> topic, Runnable requestPicture, Runnable requestFrame) {
        this.client = client;
        this.topic = topic;
        this.requestPicture = requestPicture;
        this.requestFrame = requestFrame;
    }

    /**
     * At first, and after a lost connection. An engine that is not there throws; the next supervision tries again. One that ends the subscription
     * without a word may not have what is asked for: it is asked again less and less often.
     */
    void subscribeWhenNeeded() {
        Subscription current = subscription;
        if (current == null) {
            subscribe();
        } else if (!current.isOpen() && beatsUntilNext-- <= 0) {
            int patience = heard ? 1 : Math.min(2 * patienceBeats, LONGEST_PATIENCE_BEATS);
            subscribe();
            patienceBeats = patience;
            beatsUntilNext = patience - 1;
        }
    }

    private void subscribe() {
        heard = false;
        subscription = client.subscribe(topic, state -> {
            heard = true;
            arrived.set(state);
            // A first one is what an empty panel waits for.
            (latest == null ? requestFrame : requestPicture).run();
        });
    }

    Subscription add(Consumer<? super T> listener, Runnable whenEmpty) {
        Listener added = new Listener(listener, whenEmpty);
        listeners.add(added);
        if (latest != null) {
            requestFrame.run();
        }
        return added;
    }

    void deliver() {
        T next = arrived.getAndSet(null);
        if (next != null && !next.equals(latest)) {
            latest = next;
        }
        T current = latest;
        if (current == null) {
            return;
        }
        for (Listener listener : List.copyOf(listeners)) {
            listener.show(current);
        }
    }

    void close() {
        Subscription current = subscription;
        if (current != null) {
            current.close();
        }
    }

    private final class Listener implements Subscription {

        private final Consumer<? super T> consumer;
        private final Runnable whenEmpty;
        private @Nullable T shown;

        Listener(Consumer<? super T> consumer, Runnable whenEmpty) {
            this.consumer = consumer;
            this.whenEmpty = whenEmpty;
        }

        void show(T current) {
            // The same object, not an equal one: an equal one never becomes the latest.
            if (shown != current && isOpen()) {
                shown = current;
                Handover.give(current, consumer);
            }
        }

        @Override
        public boolean isOpen() {
            return listeners.contains(this);
        }

        @Override
        public void close() {
            if (listeners.remove(this) && listeners.isEmpty()) {
                StateChannel.this.close();
                whenEmpty.run();
            }
        }
    }
}
