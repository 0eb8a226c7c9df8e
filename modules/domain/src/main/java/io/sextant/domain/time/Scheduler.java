package io.sextant.domain.time;

/** Runs something later or again and again, on a thread that is not the caller's. */
public interface Scheduler extends AutoCloseable {

    /** Runs {@code task} every {@code periodNanos}, first after one period, until the returned handle is closed. */
    Cancellable every(long periodNanos, Runnable task);

    /** Runs {@code task} once after {@code delayNanos} unless the returned handle is closed before. */
    Cancellable after(long delayNanos, Runnable task);

    @Override
    void close();

    /** Stops what was scheduled; closing twice does no harm. */
    interface Cancellable extends AutoCloseable {

        @Override
        void close();
    }
}
