package io.sextant.exchange.testing;

import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import java.util.PriorityQueue;

/**
 * A clock and a scheduler that only go on when told to; everything runs on the caller's thread, in the order of its time. Work that
 * waits may let time go on itself.
 */
public final class VirtualTime implements Clock, Scheduler {

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private long nowNanos;
    private long sequence;

    private static final class Task implements Comparable<Task>, Cancellable {

        private final long dueNanos;
        private final long sequence;
        private final Runnable work;
        private boolean cancelled;

        Task(long dueNanos, long sequence, Runnable work) {
            this.dueNanos = dueNanos;
            this.sequence = sequence;
            this.work = work;
        }

        @Override
        public int compareTo(Task other) {
            int byTime = Long.compare(dueNanos, other.dueNanos);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }

        @Override
        public void close() {
            cancelled = true;
        }
    }

    public VirtualTime(long startNanos) {
        nowNanos = startNanos;
    }

    @Override
    public long nanos() {
        return nowNanos;
    }

    @Override
    public Cancellable after(long delayNanos, Runnable task) {
        Task added = new Task(nowNanos + delayNanos, sequence++, task);
        tasks.add(added);
        return added;
    }

    @Override
    public Cancellable every(long periodNanos, Runnable task) {
        Repeated repeated = new Repeated(periodNanos, task);
        repeated.next();
        return repeated;
    }

    private final class Repeated implements Cancellable {

        private final long periodNanos;
        private final Runnable work;
        private boolean cancelled;

        Repeated(long periodNanos, Runnable work) {
            this.periodNanos = periodNanos;
            this.work = work;
        }

        void next() {
            after(periodNanos, () -> {
                if (!cancelled) {
                    work.run();
                    next();
                }
            });
        }

        @Override
        public void close() {
            cancelled = true;
        }
    }

    public void runUntil(long untilNanos) {
        while (!tasks.isEmpty() && tasks.peek().dueNanos <= untilNanos) {
            Task task = tasks.poll();
            nowNanos = Math.max(nowNanos, task.dueNanos);
            if (!task.cancelled) {
                task.work.run();
            }
        }
        nowNanos = Math.max(nowNanos, untilNanos);
    }

    @Override
    public void close() {
        tasks.clear();
    }
}
