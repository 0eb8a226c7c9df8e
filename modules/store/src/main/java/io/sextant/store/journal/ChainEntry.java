package io.sextant.store.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One line of the chain's file, 64 bytes (little-endian): checksum of all after it, kind, position, link, one number of the
 * kind's own, zeros. The first is the beginning, the second and third are the head's slots, and what ends or was cut follows.
 */
@SuppressWarnings("ArrayRecordComponent")
record ChainEntry(Kind kind, long position, byte[] link, long extra) {

    static final int BYTES = 64;
    static final long FIRST_APPENDED_AT = 3L * BYTES;

    private static final int MARK = 0x31435853;
    private static final int MARK_AT = 4;
    private static final int KIND_AT = 8;
    private static final int POSITION_AT = 12;
    private static final int LINK_AT = 20;
    private static final int EXTRA_AT = 52;

    /** The numbers are written to disk and never change. */
    enum Kind {
        BEGIN(0),
        HEAD(1),
        SEGMENT(2),
        CUT(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        private static Optional<Kind> find(int number) {
            return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
        }
    }

    /** Why a chain's file begins where it does. The numbers are written to disk and never change. */
    enum Why {
        /** With the journal's first record. */
        NEW_JOURNAL(0),
        /** The records before were written by a version without a chain. */
        UPGRADE(1),
        /** The file was missing or unreadable though the records before are chained. */
        FILE_WAS_MISSING(2);

        private final int number;

        Why(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        static Why of(long number) {
            return Arrays.stream(values())
                    .filter(why -> why.number == number)
                    .findFirst()
                    .orElse(FILE_WAS_MISSING);
        }
    }

    static void put(ByteBuffer to, Kind kind, long position, byte[] link, long extra) {
        to.putInt(MARK_AT, MARK);
        to.putInt(KIND_AT, kind.number);
        to.putLong(POSITION_AT, position);
        to.put(LINK_AT, link);
        to.putLong(EXTRA_AT, extra);
        to.putInt(EXTRA_AT + Long.BYTES, 0);
        to.putInt(0, checksum(to, 0));
        to.position(BYTES);
    }

    /** Empty when the bytes from an index on are no entry. */
    static Optional<ChainEntry> read(ByteBuffer from, int at) {
        if (from.limit() - at < BYTES || from.getInt(at + MARK_AT) != MARK || from.getInt(at) != checksum(from, at)) {
            return Optional.empty();
        }
        byte[] link = new byte[RecordFrame.LINK_BYTES];
        from.get(at + LINK_AT, link);
        return Kind.find(from.getInt(at + KIND_AT))
                .map(kind -> new ChainEntry(kind, from.getLong(at + POSITION_AT), link, from.getLong(at + EXTRA_AT)));
    }

    private static int checksum(ByteBuffer bytes, int at) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(at + MARK_AT, BYTES - MARK_AT));
        return (int) crc.getValue();
    }
}
