package io.sextant.domain.journal;

import java.util.Arrays;

/** A growing buffer that states are written to and read from. Values are little-endian base-128 (small numbers are short). */
public final class StateBytes implements StateWriter {

    private static final int FIRST_CAPACITY = 4_096;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    @Override
    public void putLong(long value) {
        if (bytes.length - size < 10) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    /** The backing array; only the first {@link #size()} bytes mean something, until the next write. */
    public byte[] array() {
        return bytes;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    public static StateReader reader(byte[] bytes) {
        return reader(bytes, 0, bytes.length);
    }

    /** A reader that refuses to go beyond {@code offset + length} with {@link IllegalStateException}. */
    public static StateReader reader(byte[] bytes, int offset, int length) {
        return new Reader(bytes, offset, offset + length);
    }

    private static final class Reader implements StateReader {

        private final byte[] bytes;
        private final int end;
        private int position;

        Reader(byte[] bytes, int position, int end) {
            this.bytes = bytes;
            this.position = position;
            this.end = end;
        }

        @Override
        public long getLong() {
            long value = 0;
            for (int shift = 0; shift < 70; shift += 7) {
                if (position >= end) {
                    throw new IllegalStateException("a record ends before its content does");
                }
                byte next = bytes[position++];
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return (value >>> 1) ^ -(value & 1);
                }
            }
            throw new IllegalStateException("not a number at byte " + position);
        }
    }
}
