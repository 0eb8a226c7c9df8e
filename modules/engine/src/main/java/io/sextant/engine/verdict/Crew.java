package io.sextant.engine.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;

/** Does many like things at once; what comes of them stands in their order, for any number of threads. */
final class Crew implements AutoCloseable {

    private final ExecutorService threads;
    private final BooleanSupplier cancelled;
    private final LongConsumer ran;

    Crew(int threads, BooleanSupplier cancelled) {
        this(threads, cancelled, runs -> {});
    }

    Crew(int threads, BooleanSupplier cancelled, LongConsumer ran) {
        this.threads = Executors.newFixedThreadPool(
                threads,
                work -> Thread.ofPlatform()
                        .name("sextant-verdict")
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .unstarted(work));
        this.cancelled = cancelled;
        this.ran = ran;
    }

    <T> List<T> each(int count, IntFunction<T> work) {
        List<Future<T>> running = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int number = i;
            running.add(threads.submit(() -> {
                checkCancelled();
                return work.apply(number);
            }));
        }
        return running.stream().map(Crew::get).toList();
    }

    /** Another run over bars is done. */
    void ran() {
        ran.accept(1);
        checkCancelled();
    }

    void checkCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the examination was stopped");
        }
    }

    private static <T> T get(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the examination was interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException known -> throw known;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
