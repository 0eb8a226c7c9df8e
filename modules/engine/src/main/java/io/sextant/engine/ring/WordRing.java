package io.sextant.engine.ring;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Reports of so many words each on their way from one thread to one other, in primitives. The writer never waits: what does not fit is not
 * taken, and what that means is his to say.
 */
public final class WordRing {

    private static final VarHandle TAIL = handle("tail");
    private static final VarHandle HEAD = handle("head");

    private final int mask;
    private final int width;
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

    /**
     * @param capacity how many reports, a power of two
     * @param width words of a report
     */
    public WordRing(int capacity, int width) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("a power of two: " + capacity);
        }
        this.width = width;
        mask = capacity - 1;
        words = new long[capacity * width];
    }

    private static VarHandle handle(String name) {
        try {
            return MethodHandles.lookup().findVarHandle(WordRing.class, name, long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Whether there is room for a report; only on the writer's thread, as all that follows up to {@link #publish}. */
    public boolean hasRoom() {
        if (written - headSeen > mask) {
            headSeen = (long) HEAD.getAcquire(this);
            return written - headSeen <= mask;
        }
        return true;
    }

    /** Writes four words of a report that there is room for, from that word on. */
    public void write(int word, long a, long b, long c, long d) {
        int at = (int) (written & mask) * width + word;
        words[at] = a;
        words[at + 1] = b;
        words[at + 2] = c;
        words[at + 3] = d;
    }

    /** The report is whole. */
    public void publish() {
        written++;
        TAIL.setRelease(this, written);
    }

    /** How many can be read now; only on the reader's thread, as all that follows. */
    public int waiting() {
        return (int) ((long) TAIL.getAcquire(this) - read);
    }

    /** A word of the oldest report but so many. */
    public long word(int report, int word) {
        return words[(int) (read + report & mask) * width + word];
    }

    /** So many were read; their places may be written again. */
    public void release(int count) {
        read += count;
        HEAD.setRelease(this, read);
    }
}
