package io.sextant.store.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * How one record lies in the ring and, byte for byte the same, on disk (little-endian):
 *
 * <pre>
 *  0 mark      4 bytes, also the version of the layout
 *  4 checksum  4 bytes, CRC-32C of everything after it
 *  8 length    4 bytes, of the payload
 * 12 tag       4 bytes, low byte the kind, the rest the journal's salt
 * 16 position  8 bytes
 * 24 sequence  8 bytes
 * 32 payload, then zeros up to a multiple of 8
 * </pre>
 *
 * The checksum covers the position, so a record cannot pass for another, and the salt, so a record of another journal does
 * not pass at all. Frames start at multiples of 8: after damage the next whole one can be looked for.
 */
final class RecordFrame {

    static final int HEADER_BYTES = 32;
    static final int ALIGNMENT_BYTES = 8;

    /** Bounds what a damaged length can make a reader believe. */
    static final int MAX_PAYLOAD_BYTES = 1 << 20;

    static final int MARK = 0x314A5853;

    /** In the ring only: nothing follows until the ring's end. */
    static final int PADDING_MARK = 0;

    static final int SALT_MASK = 0xFFFFFF;

    private static final int CHECKSUM_AT = 4;
    private static final int LENGTH_AT = 8;
    private static final int TAG_AT = 12;
    private static final int POSITION_AT = 16;
    private static final int SEQUENCE_AT = 24;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private RecordFrame() {}

    static int frameBytes(int payloadBytes) {
        return (HEADER_BYTES + payloadBytes + ALIGNMENT_BYTES - 1) & -ALIGNMENT_BYTES;
    }

    /** Writes all but the checksum, which the journal's own thread adds with {@link #seal}. */
    static void put(byte[] to, int at, int tag, long position, long sequence, byte[] payload, int length) {
        INT.set(to, at, MARK);
        INT.set(to, at + LENGTH_AT, length);
        INT.set(to, at + TAG_AT, tag);
        LONG.set(to, at + POSITION_AT, position);
        LONG.set(to, at + SEQUENCE_AT, sequence);
        int end = at + frameBytes(length);
        // Overwritten in part by the payload: what remains is the zero padding of the last eight bytes.
        LONG.set(to, end - ALIGNMENT_BYTES, length == 0 ? sequence : 0L);
        System.arraycopy(payload, 0, to, at + HEADER_BYTES, length);
    }

    static void putPadding(byte[] to, int at) {
        INT.set(to, at, PADDING_MARK);
    }

    static void seal(byte[] bytes, int at, CRC32C crc) {
        INT.set(bytes, at + CHECKSUM_AT, computeChecksum(bytes, at, crc));
    }

    static int computeChecksum(byte[] bytes, int at, CRC32C crc) {
        crc.reset();
        crc.update(bytes, at + LENGTH_AT, frameBytes(length(bytes, at)) - LENGTH_AT);
        return (int) crc.getValue();
    }

    static int mark(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static int checksum(byte[] bytes, int at) {
        return (int) INT.get(bytes, at + CHECKSUM_AT);
    }

    static int length(byte[] bytes, int at) {
        return (int) INT.get(bytes, at + LENGTH_AT);
    }

    static int kind(byte[] bytes, int at) {
        return bytes[at + TAG_AT] & 0xFF;
    }

    static int salt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at + TAG_AT) >>> 8;
    }

    static int tag(int salt, int kind) {
        return salt << 8 | kind;
    }

    static long position(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at + POSITION_AT);
    }

    static long sequence(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at + SEQUENCE_AT);
    }
}
