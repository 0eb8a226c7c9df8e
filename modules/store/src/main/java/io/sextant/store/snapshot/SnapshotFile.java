package io.sextant.store.snapshot;

import io.sextant.domain.journal.SnapshotStore.Snapshot;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A snapshot's bytes, little-endian: mark (8), CRC-32C of all that follows (4), length of the state (4), journal position (8),
 * event number (8), state.
 */
final class SnapshotFile {

    private static final long MARK = 0x31_50_4E_53_54_58_45_53L;
    private static final int CHECKSUM_AT = 8;
    private static final int CHECKED_FROM = 12;
    private static final int HEADER_BYTES = 32;

    private SnapshotFile() {}

    static byte[] encode(Snapshot snapshot) {
        ByteBuffer bytes =
                ByteBuffer.allocate(HEADER_BYTES + snapshot.state().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(MARK)
                .putInt(0)
                .putInt(snapshot.state().length)
                .putLong(snapshot.journalPosition())
                .putLong(snapshot.sequence())
                .put(snapshot.state());
        bytes.putInt(CHECKSUM_AT, checksum(bytes.array()));
        return bytes.array();
    }

    /** Empty when the bytes are not a whole snapshot of that position. */
    static Optional<Snapshot> decode(byte[] content, long position) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length < HEADER_BYTES || bytes.getLong() != MARK || bytes.getInt() != checksum(content)) {
            return Optional.empty();
        }
        int length = bytes.getInt();
        long journalPosition = bytes.getLong();
        long sequence = bytes.getLong();
        if (length != bytes.remaining() || journalPosition != position) {
            return Optional.empty();
        }
        byte[] state = new byte[length];
        bytes.get(state);
        return Optional.of(new Snapshot(journalPosition, sequence, state));
    }

    private static int checksum(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content, CHECKED_FROM, content.length - CHECKED_FROM);
        return (int) crc.getValue();
    }
}
