package io.sextant.store.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * How one record lies on disk (little-endian), and in the ring always with room for a link:
 *
 * <pre>
 *  0 mark      4 bytes, which layout it is
 *  4 checksum  4 bytes, CRC-32C of everything after it
 *  8 length    4 bytes, of the payload
 * 12 tag       4 bytes, low byte the kind, the rest the journal's salt
 * 16 position  8 bytes
 * 24 sequence  8 bytes
 * 32 link     32 bytes, see {@link HashChain}; not there in a record whose group is still open, nor under the oldest mark
 * 64 payload, then zeros up to a multiple of 8
 * </pre>
 *
 * The checksum covers the position, so a record cannot pass for another, and the salt, so a record of another journal does
 * not pass at all. Frames start at multiples of 8: after damage the next whole one can be looked for.
 */
final class RecordFrame {

    /** Of a record with a link. */
    static final int HEADER_BYTES = 64;

    static final int ALIGNMENT_BYTES = 8;

    /** Bounds what a damaged length can make a reader believe. */
    static final int MAX_PAYLOAD_BYTES = 1 << 20;

    /** Has a link of its own. */
    static final int MARK = 0x324A5853;

    /** Has no link: it is bound by that of the next record that has one. Marks differ in more than one bit. */
    static final int GROUPED_MARK = 0x374A5853;

    /** Its link also binds the records before it that have none. */
    static final int CLOSING_MARK = 0x344A5853;

    /** Before records were chained. Read, and never written. */
    static final int UNCHAINED_MARK = 0x314A5853;

    /** Of a record without a link. Every frame has at least these bytes. */
    static final int LINKLESS_HEADER_BYTES = 32;

    /** In the ring only: nothing follows until the ring's end. */
    static final int PADDING_MARK = 0;

    static final int SALT_MASK = 0xFFFFFF;

    static final int LINK_AT = 32;
    static final int LINK_BYTES = 32;
    static final int LENGTH_AT = 8;

    private static final int CHECKSUM_AT = 4;
    private static final int TAG_AT = 12;
    private static final int POSITION_AT = 16;
    private static final int SEQUENCE_AT = 24;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private RecordFrame() {}

    static int frameBytes(int payloadBytes) {
        return aligned(HEADER_BYTES + payloadBytes);
    }

    /** Of the frame that begins at an index, by its mark. */
    static int frameBytes(byte[] bytes, int at) {
        return aligned(headerBytes(bytes, at) + length(bytes, at));
    }

    private static int aligned(int bytes) {
        return (bytes + ALIGNMENT_BYTES - 1) & -ALIGNMENT_BYTES;
    }

    static int headerBytes(byte[] bytes, int at) {
        return isLinked(bytes, at) ? HEADER_BYTES : LINKLESS_HEADER_BYTES;
    }

    static boolean isMark(int mark) {
        return mark == MARK || mark == GROUPED_MARK || mark == CLOSING_MARK || mark == UNCHAINED_MARK;
    }

    /** Whether it carries a link. */
    static boolean isLinked(byte[] bytes, int at) {
        int mark = mark(bytes, at);
        return mark == MARK || mark == CLOSING_MARK;
    }

    /** Whether a link binds it, its own or a later one. */
    static boolean isChained(byte[] bytes, int at) {
        return mark(bytes, at) != UNCHAINED_MARK;
    }

    static boolean isGrouped(byte[] bytes, int at) {
        return mark(bytes, at) == GROUPED_MARK;
    }

    static boolean isClosing(byte[] bytes, int at) {
        return mark(bytes, at) == CLOSING_MARK;
    }

    /** Writes all but link and checksum, which the journal's own thread adds as it takes it out of the ring. */
    static void put(byte[] to, int at, int tag, long position, long sequence, byte[] payload, int length) {
        INT.set(to, at, MARK);
        INT.set(to, at + LENGTH_AT, length);
        INT.set(to, at + TAG_AT, tag);
        LONG.set(to, at + POSITION_AT, position);
        LONG.set(to, at + SEQUENCE_AT, sequence);
        int end = at + frameBytes(length);
        // Overwritten in part by the payload, or by the link: what remains is the zero padding of the last eight bytes.
        LONG.set(to, end - ALIGNMENT_BYTES, 0L);
        System.arraycopy(payload, 0, to, at + HEADER_BYTES, length);
    }

    static void putPadding(byte[] to, int at) {
        INT.set(to, at, PADDING_MARK);
    }

    /** Copies a frame out of the ring without room for a link; returns its bytes. */
    static int copyGrouped(byte[] ring, int from, byte[] to, int at, CRC32C crc) {
        int rest = frameBytes(ring, from) - HEADER_BYTES;
        System.arraycopy(ring, from, to, at, LINKLESS_HEADER_BYTES);
        System.arraycopy(ring, from + HEADER_BYTES, to, at + LINKLESS_HEADER_BYTES, rest);
        INT.set(to, at, GROUPED_MARK);
        putChecksum(to, at, crc);
        return LINKLESS_HEADER_BYTES + rest;
    }

    /** Copies a frame out of the ring and adds its link; returns its bytes. */
    static int copyLinked(byte[] ring, int from, byte[] to, int at, HashChain chain, CRC32C crc) {
        int bytes = frameBytes(ring, from);
        System.arraycopy(ring, from, to, at, bytes);
        if (chain.openRecords() > 0) {
            INT.set(to, at, CLOSING_MARK);
        }
        chain.seal(to, at);
        putChecksum(to, at, crc);
        return bytes;
    }

    static void putChecksum(byte[] bytes, int at, CRC32C crc) {
        INT.set(bytes, at + CHECKSUM_AT, computeChecksum(bytes, at, crc));
    }

    static int computeChecksum(byte[] bytes, int at, CRC32C crc) {
        crc.reset();
        crc.update(bytes, at + LENGTH_AT, frameBytes(bytes, at) - LENGTH_AT);
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
