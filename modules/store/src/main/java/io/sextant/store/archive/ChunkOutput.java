package io.sextant.store.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing array that numbers are packed into, little-endian and bit by bit. */
final class ChunkOutput {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1 << 14];
    private int size;

    void putByte(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    /** Small numbers of either sign take few bytes. */
    void putNumber(long value) {
        reserve(10);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** The lowest {@code width} bits of each value less {@code base} and shifted right; the last byte is filled with zeros. */
    void putPacked(long[] values, int from, int to, long base, int shift, int width) {
        int packedBytes = (int) (((long) (to - from) * width + 7) >>> 3);
        reserve(packedBytes + 2 * Long.BYTES);
        long gathered = 0;
        int bits = 0;
        int at = size;
        for (int i = from; i < to; i++) {
            long value = (values[i] - base) >>> shift;
            gathered |= value << bits;
            bits += width;
            if (bits >= Long.SIZE) {
                LONG.set(bytes, at, gathered);
                at += Long.BYTES;
                bits -= Long.SIZE;
                gathered = bits == 0 ? 0 : value >>> (width - bits);
            }
        }
        LONG.set(bytes, at, gathered);
        size += packedBytes;
    }

    void putBytes(ChunkOutput other) {
        reserve(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
    }

    void putZeros(int count) {
        reserve(count);
        Arrays.fill(bytes, size, size + count, (byte) 0);
        size += count;
    }

    private void reserve(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + count));
        }
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
