package io.sextant.ui.bridge;

import io.sextant.domain.event.Event;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One listener's events: queued by the engine's thread, handed over on the JavaFX thread. When the queue is full, or the engine
 * ended the subscription, the next one starts after the last event handed over, so none is lost and none comes twice.
 */
final class EventChannel implements Subscription {

    static final int QUEUE_CAPACITY = 65_536;

    /** So that catching up with a long past does not freeze a frame. */
    static final int EVENTS_PER_FRAME = 2_000;

    private final EngineClient client;
    private final Consumer<? super Event> listener;
    private final Runnable requestFrame;
    private final Consumer<EventChannel> whenClosed;
    private Generation generation = Generation.NOT_STARTED;
    private long lastPosition;
    private boolean started;
    private boolean open = true;

    EventChannel(
            EngineClient client,
            Consumer<? super Event> listener,
            Runnable requestFrame,
            Consumer<EventChannel> whenClosed) {
        this.client = client;
        this.listener = listener;
        this.requestFrame = requestFrame;
        this.whenClosed = whenClosed;
    }

    /** From where to listen; {@link #subscribeWhenNeeded} does it. */
    void startAfter(long position) {
        lastPosition = position;
        started = true;
    }

    /** Hands over what waits, up to a frame's worth; true when more waits. */
    boolean deliver() {
        Generation current = generation;
        for (int i = 0; i < EVENTS_PER_FRAME && open; i++) {
            Event event = current.queue.poll();
            if (event == null) {
                return false;
            }
            lastPosition = event.position();
            Handover.give(event, listener);
        }
        return open && !current.queue.isEmpty();
    }

    void subscribeWhenNeeded() {
        if (open && started && generation.hasEnded() && generation.queue.isEmpty()) {
            generation.close();
            subscribe();
        }
    }

    private void subscribe() {
        Generation next = new Generation();
        next.subscription = client.subscribe(new Topic.Events(lastPosition), event -> {
            if (next.offer(event)) {
                requestFrame.run();
            }
        });
        generation = next;
        requestFrame.run();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            generation.close();
            whenClosed.accept(this);
        }
    }

    /** One subscription of the engine and the queue it fills. */
    private static final class Generation {

        static final Generation NOT_STARTED = new Generation();

        final ArrayBlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE_CAPACITY);
        volatile boolean full;
        volatile @Nullable Subscription subscription;

        /** After the first event that finds no place none is taken: a gap would look like a loss. */
        boolean offer(Event event) {
            if (full) {
                return false;
            }
            if (!queue.offer(event)) {
                full = true;
                close();
                return false;
            }
            return true;
        }

        boolean hasEnded() {
            Subscription current = subscription;
            return full || current == null || !current.isOpen();
        }

        void close() {
            Subscription current = subscription;
            if (current != null) {
                current.close();
            }
        }
    }
}
