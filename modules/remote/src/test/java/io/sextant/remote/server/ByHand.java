package io.sextant.remote.server;

import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A clock and a scheduler that a test moves. */
final class ByHand implements Clock, Scheduler {

    private final AtomicLong now = new AtomicLong(1);
    private final List<Runnable> tasks = new CopyOnWriteArrayList<>();

    @Override
    public long nanos() {
        return now.get();
    }

    void pass(long nanos) {
        now.addAndGet(nanos);
        tasks.forEach(Runnable::run);
    }

    @Override
    public Cancellable every(long periodNanos, Runnable task) {
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    @Override
    public Cancellable after(long delayNanos, Runnable task) {
        throw new AssertionError("nothing is wanted later");
    }

    @Override
    public void close() {}
}
