package io.sextant.engine.loop;

import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.event.Event;
import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * One listener to facts, on a virtual thread of its own: past facts from the journal first, then the live ones. A listener
 * that falls a whole queue behind is ended, so it can neither stall the engine nor miss a fact unknowingly; it subscribes
 * again from the last position it saw.
 */
final class EventSubscription implements Subscription {

    static final int CAPACITY = 65_536;
    private static final System.Logger LOG = System.getLogger(EventSubscription.class.getName());

    private final Journal journal;
    private final long afterPosition;
    private final long livePosition;
    private final Consumer<? super Event> listener;
    private final ArrayBlockingQueue<Event> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Thread thread;
    private volatile boolean open = true;

    /** Facts up to {@code livePosition} are read from the journal; later ones are offered. */
    EventSubscription(Journal journal, long afterPosition, long livePosition, Consumer<? super Event> listener) {
        this.journal = journal;
        this.afterPosition = afterPosition;
        this.livePosition = livePosition;
        this.listener = listener;
        thread = Thread.ofVirtual().name("sextant-events").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void offer(Event event) {
        if (event.position() > afterPosition || afterPosition == Topic.Events.FROM_NOW) {
            if (!queue.offer(event)) {
                LOG.log(System.Logger.Level.WARNING, "a listener fell {0} facts behind and was ended", CAPACITY);
                close();
            }
            LockSupport.unpark(thread);
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Wakes the thread but never interrupts it: an interrupt closes the files that it or its listener may be using. */
    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
    }

    private void run() {
        try {
            if (afterPosition < livePosition) {
                journal.read(afterPosition, this::onRecord);
            }
            while (open) {
                Event event = queue.poll();
                if (event == null) {
                    LockSupport.park(this);
                } else {
                    hand(event);
                }
            }
        } catch (RuntimeException e) {
            if (open) {
                LOG.log(System.Logger.Level.ERROR, "the journal could not be read for a listener, which was ended", e);
            }
        } finally {
            open = false;
        }
    }

    private void onRecord(long position, RecordKind kind, long sequence, byte[] payload, int offset, int length) {
        if (kind == RecordKind.FACT && position <= livePosition && open) {
            hand(EventCodec.read(StateBytes.reader(payload, offset, length)));
        }
    }

    private void hand(Event event) {
        if (!open) {
            return;
        }
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a listener failed on fact " + event.position() + " and goes on", e);
        }
    }
}
