package io.sextant.engine.loop;

import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One listener to a state. It holds the latest only, so a slow listener skips and never queues. */
final class StateSubscription<T> implements Subscription {

    private static final System.Logger LOG = System.getLogger(StateSubscription.class.getName());

    private final Topic<T> topic;
    private final Consumer<? super T> listener;
    private final AtomicReference<@Nullable T> latest = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean open = true;

    /** What the listener was last given, as a version of the core's; used by the loop only. */
    long seenVersion = -1;

    /** When the listener was last given something, in wall time; used by the loop only. */
    long seenWallNanos = Long.MIN_VALUE / 2;

    StateSubscription(Topic<T> topic, Consumer<? super T> listener) {
        this.topic = topic;
        this.listener = listener;
        thread = Thread.ofVirtual().name("sextant-state").start(this::run);
    }

    Topic<T> topic() {
        return topic;
    }

    void offer(T state) {
        latest.set(state);
        LockSupport.unpark(thread);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (open) {
            T state = latest.getAndSet(null);
            if (state == null) {
                LockSupport.park(this);
            } else {
                hand(state);
            }
        }
    }

    private void hand(T state) {
        try {
            listener.accept(state);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a listener to " + topic + " failed and goes on", e);
        }
    }
}
