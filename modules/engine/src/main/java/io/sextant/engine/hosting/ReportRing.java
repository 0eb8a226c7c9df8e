package io.sextant.engine.hosting;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Reports on their way from the loop's thread to one strategy, in primitives. The writer never waits: what does not fit is refused. */
final class ReportRing {

    /** A kind with an instrument, and seven figures. */
    private static final int WIDTH = 8;

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

    private long written;
    private long headSeen;
    private long read;

    /** @param capacity a power of two */
    ReportRing(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("a power of two: " + capacity);
        }
        mask = capacity - 1;
        words = new long[capacity * WIDTH];
    }

    private static VarHandle handle(String name) {
        try {
            return MethodHandles.lookup().findVarHandle(ReportRing.class, name, long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** False where it is full; only on the writer's thread. */
    boolean put(long kind, long a, long b, long c, long d, long e, long f, long g) {
        if (written - headSeen > mask) {
            headSeen = (long) HEAD.getAcquire(this);
            if (written - headSeen > mask) {
                return false;
            }
        }
        int at = (int) (written & mask) * WIDTH;
        words[at] = kind;
        words[at + 1] = a;
        words[at + 2] = b;
        words[at + 3] = c;
        words[at + 4] = d;
        words[at + 5] = e;
        words[at + 6] = f;
        words[at + 7] = g;
        written++;
        TAIL.setRelease(this, written);
        return true;
    }

    /** Whether something can be read; only on the reader's thread. */
    boolean isWaiting() {
        return (long) TAIL.getAcquire(this) != read;
    }

    /** A word of the oldest report. */
    long word(int place) {
        return words[(int) (read & mask) * WIDTH + place];
    }

    /** The oldest report was read; its place may be written again. */
    void release() {
        read++;
        HEAD.setRelease(this, read);
    }
}
