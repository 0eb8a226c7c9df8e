package io.sextant.engine.loop;

import io.sextant.domain.event.Event;
import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.SnapshotStore;
import io.sextant.domain.request.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Keeps what the loop produced until the journal has made it durable, then lets it out in order. So nothing that a crash
 * could undo was ever told to anybody, and the loop itself never waits for the disk. Its queue is bounded by the journal's
 * own buffer: what is durable leaves at once, because handing it to a listener never blocks.
 */
public final class Publisher implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Publisher.class.getName());
    private static final long LONGEST_WAIT_NANOS = 50_000_000;

    private final Journal journal;
    private final SnapshotStore snapshots;
    private final ConcurrentLinkedQueue<Release> waiting = new ConcurrentLinkedQueue<>();
    private final List<EventSubscription> listeners = new ArrayList<>();
    private final ExecutorService snapshotWriter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sextant-snapshots").daemon(true).factory());
    private final Thread thread;
    private long releasedPosition;
    private volatile boolean closing;

    public Publisher(Journal journal, SnapshotStore snapshots) {
        this.journal = journal;
        this.snapshots = snapshots;
        releasedPosition = journal.lastPosition();
        thread = Thread.ofPlatform().name("sextant-publisher").daemon(true).unstarted(this::run);
        journal.onDurable(position -> LockSupport.unpark(thread));
    }

    public void start() {
        thread.start();
    }

    void add(Release release) {
        waiting.add(release);
        LockSupport.unpark(thread);
    }

    /** Facts after {@code afterPosition}, the past ones from the journal, without a gap or a double at the seam. */
    public Subscription subscribe(long afterPosition, Consumer<? super Event> listener) {
        EventSubscription subscription;
        synchronized (listeners) {
            subscription = new EventSubscription(journal, afterPosition, releasedPosition, listener);
            listeners.add(subscription);
        }
        subscription.start();
        return subscription;
    }

    private void run() {
        while (true) {
            Release next = waiting.peek();
            if (next == null) {
                if (closing) {
                    return;
                }
                LockSupport.parkNanos(this, LONGEST_WAIT_NANOS);
            } else if (journal.durablePosition() >= next.position()) {
                waiting.remove();
                release(next);
            } else if (closing || journal.failure().isPresent()) {
                waiting.remove();
                drop(next, journal.failure().orElse("The engine closed before the journal was durable."));
            } else {
                LockSupport.parkNanos(this, LONGEST_WAIT_NANOS);
            }
        }
    }

    private void release(Release release) {
        switch (release) {
            case Release.Fact(long position, Event event) -> deliver(position, event);
            case Release.Request(long position, Runnable send) -> send.run();
            case Release.Reply(long position, var future, var answer) -> future.complete(answer);
            case Release.State(long position, var snapshot, var barsKept) ->
                snapshotWriter.execute(() -> save(snapshot, barsKept));
        }
    }

    private static void drop(Release release, String failure) {
        if (release instanceof Release.Reply(long position, var future, var answer)) {
            future.completeExceptionally(
                    new IllegalStateException(failure + " Whether the command counts is known after a restart."));
        }
    }

    private void deliver(long position, Event event) {
        synchronized (listeners) {
            releasedPosition = position;
            listeners.removeIf(listener -> !listener.isOpen());
            for (EventSubscription listener : listeners) {
                listener.offer(event);
            }
        }
    }

    private void save(SnapshotStore.Snapshot snapshot, CompletableFuture<Boolean> barsKept) {
        try {
            if (barsKept.join()) {
                snapshots.save(snapshot);
            } else {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "a snapshot was left out, because bars before it are not archived");
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a snapshot could not be written; recovery will read more journal", e);
        }
    }

    /** Lets out all that is durable, drops the rest, then ends every subscription. Only after the journal was flushed. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
            snapshotWriter.shutdown();
            if (!snapshotWriter.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.log(System.Logger.Level.WARNING, "the last snapshot took too long to write");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (listeners) {
            listeners.forEach(EventSubscription::close);
            listeners.clear();
        }
    }
}
