package io.sextant.domain.journal;

import java.util.Arrays;
import java.util.Objects;

/**
 * A growing buffer that states are written to and read from. Numbers are little-endian base-128 after zigzag, so small ones of
 * either sign are short; the characters of a text are the same without zigzag, so ASCII takes a byte each.
 */
public final class StateBytes implements StateWriter {

    private static final int FIRST_CAPACITY = 4_096;
    private static final int LONGEST_NUMBER = 10;
    private static final int LONGEST_CHARACTER = 3;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    @Override
    public void putLong(long value) {
        reserve(LONGEST_NUMBER);
        putUnsigned((value << 1) ^ (value >> 63));
    }

    @Override
    public void putString(String value) {
        putInt(value.length());
        reserve(Math.multiplyExact(value.length(), LONGEST_CHARACTER));
        for (int i = 0; i < value.length(); i++) {
            putUnsigned(value.charAt(i));
        }
    }

    /** Adds the bytes of another buffer as they are. */
    public void putAll(StateBytes other) {
        reserve(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(Math.max(bytes.length, more), bytes.length));
        }
    }

    private void putUnsigned(long value) {
        long rest = value;
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
        Objects.checkFromIndexSize(offset, length, bytes.length);
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
            long value = getUnsigned();
            return (value >>> 1) ^ -(value & 1);
        }

        @Override
        public void requireEnd() {
            if (position != end) {
                throw new IllegalStateException((end - position) + " bytes follow a record's content");
            }
        }

        @Override
        public int getCount() {
            int count = StateReader.super.getCount();
            if (count > end - position) {
                throw new IllegalStateException(
                        "a record says that " + count + " things follow in its last " + (end - position) + " bytes");
            }
            return count;
        }

        @Override
        public String getString() {
            char[] text = new char[getCount()];
            for (int i = 0; i < text.length; i++) {
                long character = getUnsigned();
                if (character < 0 || character > Character.MAX_VALUE) {
                    throw new IllegalStateException("not a character at byte " + position);
                }
                text[i] = (char) character;
            }
            return new String(text);
        }

        private long getUnsigned() {
            long value = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                if (position >= end) {
                    throw new IllegalStateException("a record ends before its content does");
                }
                byte next = bytes[position++];
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw new IllegalStateException("not a number at byte " + position);
        }
    }
}
