package io.sextant.engine.loop;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Work from other threads waiting for the loop. Bounded: a full inbox refuses instead of growing. */
final class Inbox {

    static final int CAPACITY = 8_192;

    private final ArrayBlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(CAPACITY);
    private volatile @Nullable Thread loop;

    void wakes(Thread loopThread) {
        loop = loopThread;
    }

    /** False when the inbox is full and the task was not taken. */
    boolean offer(Runnable task) {
        boolean taken = tasks.offer(task);
        wake();
        return taken;
    }

    void wake() {
        Thread thread = loop;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    @Nullable Runnable poll() {
        return tasks.poll();
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }
}
