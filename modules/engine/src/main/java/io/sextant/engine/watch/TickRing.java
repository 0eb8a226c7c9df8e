package io.sextant.engine.watch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Reports on their way from one thread to one other, in primitives. The writer never waits: when the reader is a whole ring behind, reports
 * are lost and {@link #lost} says so.
 */
final class TickRing {

    private static final int WIDTH = 4;
    private static final VarHandle TAIL = handle("tail");
    private static final VarHandle HEAD = handle("head");

    private final int mask;
    private final long[] words;
    /** Next to write; moved by the writer. */
    @SuppressWarnings("unused") // by the handle
    private volatile long tail;
    /** Next to read; moved by the reader. */
    @SuppressWarnings("unused") // by the handle
    private volatile long head;

    private volatile long lost;
    private long written;
    private long headSeen;
    private long read;

    /** @param capacity a power of two */
    TickRing(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("a power of two: " + capacity);
        }
        mask = capacity - 1;
        words = new long[capacity * WIDTH];
    }

    private static VarHandle handle(String name) {
        try {
            return MethodHandles.lookup().findVarHandle(TickRing.class, name, long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** False when the report is lost; only on the writer's thread. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    boolean put(long head0, long timeNanos, long price, long size) {
        if (written - headSeen > mask) {
            headSeen = (long) HEAD.getAcquire(this);
            if (written - headSeen > mask) {
                lost++;
                return false;
            }
        }
        int at = (int) (written & mask) * WIDTH;
        words[at] = head0;
        words[at + 1] = timeNanos;
        words[at + 2] = price;
        words[at + 3] = size;
        written++;
        TAIL.setRelease(this, written);
        return true;
    }

    /** How many can be read now; only on the reader's thread. */
    int waiting() {
        return (int) ((long) TAIL.getAcquire(this) - read);
    }

    long head(int offset) {
        return words[place(offset)];
    }

    long timeNanos(int offset) {
        return words[place(offset) + 1];
    }

    long price(int offset) {
        return words[place(offset) + 2];
    }

    long size(int offset) {
        return words[place(offset) + 3];
    }

    private int place(int offset) {
        return (int) (read + offset & mask) * WIDTH;
    }

    /** So many were read; their places may be written again. */
    void release(int count) {
        read += count;
        HEAD.setRelease(this, read);
    }

    long lost() {
        return lost;
    }
}
