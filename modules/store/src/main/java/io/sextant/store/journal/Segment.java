package io.sextant.store.journal;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * One file of the journal and where in it some of its records begin, so that a reader of the newest ones does not walk through
 * all the others. Written by the scan and then the journal's thread, read by anybody.
 */
final class Segment {

    private static final long STRIDE_BYTES = 64 << 10;

    private final Path path;
    private long[] positions = new long[16];
    private long[] offsets = new long[16];
    private int count;

    /** Of the last remembered record; only for the one that writes, who asks with every record and mostly need not lock. */
    private long lastOffset = -STRIDE_BYTES;

    Segment(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Records come in order; most are not remembered. */
    void passed(long position, long offset) {
        if (offset - lastOffset >= STRIDE_BYTES) {
            lastOffset = offset;
            remember(position, offset);
        }
    }

    private synchronized void remember(long position, long offset) {
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, count * 2);
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        positions[count] = position;
        offsets[count] = offset;
        count++;
    }

    /** Where the nearest remembered record at or before a position begins. */
    synchronized long offsetAtOrBefore(long position) {
        int found = Arrays.binarySearch(positions, 0, count, position);
        int index = found >= 0 ? found : -found - 2;
        return index < 0 ? 0 : offsets[index];
    }
}
