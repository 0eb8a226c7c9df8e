package io.sextant.store.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads what a {@link ChunkOutput} holds. The bytes end in at least nine that mean nothing, so that no read needs a bound. */
final class ChunkInput {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private int at;

    ChunkInput(byte[] bytes, int from) {
        this.bytes = bytes;
        at = from;
    }

    int getByte() {
        return bytes[at++] & 0xFF;
    }

    long getNumber() {
        long rest = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            rest |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return (rest >>> 1) ^ -(rest & 1);
    }

    void getPacked(long[] values, int from, int to, long base, int shift, int width) {
        if (width == 0) {
            Arrays.fill(values, from, to, base);
            return;
        }
        long mask = -1L >>> (Long.SIZE - width);
        long bit = (long) at << 3;
        if (width <= Long.SIZE - 7) {
            for (int i = from; i < to; i++) {
                long word = (long) LONG.get(bytes, (int) (bit >>> 3)) >>> (bit & 7);
                values[i] = ((word & mask) << shift) + base;
                bit += width;
            }
        } else {
            for (int i = from; i < to; i++) {
                int first = (int) (bit >>> 3);
                int skipped = (int) bit & 7;
                long word = (long) LONG.get(bytes, first) >>> skipped;
                if (skipped > 0) {
                    word |= (long) bytes[first + Long.BYTES] << (Long.SIZE - skipped);
                }
                values[i] = ((word & mask) << shift) + base;
                bit += width;
            }
        }
        at += (int) (((long) (to - from) * width + 7) >>> 3);
    }
}
