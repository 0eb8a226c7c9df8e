package io.sextant.store.journal;

/**
 * A bounded queue of record frames between the engine's loop and the journal's thread: one array, nothing allocated for a
 * record, neither side ever takes a lock. A frame never wraps around the end, so that a stretch of the array is a stretch of
 * the file.
 */
final class RecordRing {

    private final byte[] bytes;
    private final int mask;

    /** Bytes ever put in; written by the loop only. Volatile: the loop must see an idle thread after publishing. */
    private volatile long head;

    /** Bytes ever taken out; written by the journal's thread only. */
    private volatile long tail;

    /** The loop's own view of both, so that an append reads no shared field while there is room. */
    private long headOfLoop;

    private long tailSeenByLoop;

    RecordRing(int capacityBytes) {
        if (Integer.bitCount(capacityBytes) != 1) {
            throw new IllegalArgumentException("a ring's capacity is a power of two, was " + capacityBytes);
        }
        bytes = new byte[capacityBytes];
        mask = capacityBytes - 1;
    }

    /** So small that a record and the gap before the ring's end fit together many times over. */
    int maxPayloadBytes() {
        return Math.min(RecordFrame.MAX_PAYLOAD_BYTES, bytes.length / 4);
    }

    /** False when there is no room now. */
    boolean tryAppend(int tag, long position, long sequence, byte[] payload, int length) {
        int frame = RecordFrame.frameBytes(length);
        int at = (int) headOfLoop & mask;
        int toEnd = bytes.length - at;
        int gap = frame <= toEnd ? 0 : toEnd;
        if (headOfLoop + gap + frame - tailSeenByLoop > bytes.length) {
            tailSeenByLoop = tail;
            if (headOfLoop + gap + frame - tailSeenByLoop > bytes.length) {
                return false;
            }
        }
        if (gap > 0) {
            RecordFrame.putPadding(bytes, at);
            at = 0;
        }
        RecordFrame.put(bytes, at, tag, position, sequence, payload, length);
        headOfLoop += gap + frame;
        head = headOfLoop;
        return true;
    }

    long head() {
        return head;
    }

    long tail() {
        return tail;
    }

    /** Gives everything before {@code newTail} back to the loop. */
    void release(long newTail) {
        tail = newTail;
    }

    byte[] bytes() {
        return bytes;
    }

    int indexOf(long count) {
        return (int) count & mask;
    }
}
