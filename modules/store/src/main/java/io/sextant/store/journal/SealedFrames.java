package io.sextant.store.journal;

import java.io.IOException;
import java.util.zip.CRC32C;

/**
 * Records on their way from the ring to the file: with their links and checksums, as they will lie on disk. A record that stays open
 * has no link; its bytes are hashed together with those of its neighbours, in one go. Only the journal's thread.
 */
final class SealedFrames {

    private static final int BUFFER_BYTES = 256 << 10;

    private final HashChain chain;
    private final CRC32C crc = new CRC32C();
    private final byte[] bytes;
    private int size;

    /** From here to {@link #size} stand records that the chain has not been told of. */
    private int addedTo;

    private int notAdded;

    SealedFrames(HashChain chain, int maxPayloadBytes) {
        this.chain = chain;
        bytes = new byte[Math.max(BUFFER_BYTES, RecordFrame.frameBytes(maxPayloadBytes))];
    }

    boolean hasRoomFor(int frameBytes) {
        return bytes.length - size >= frameBytes;
    }

    /** Records without a link since the last one that has one. */
    int openRecords() {
        return chain.openRecords() + notAdded;
    }

    /** Takes a record that the next link will bind. */
    void takeOpen(byte[] ring, int at) {
        size += RecordFrame.copyGrouped(ring, at, bytes, size, crc);
        notAdded++;
    }

    /** Takes a record with a link, which also binds those before it that have none. */
    void takeLinked(byte[] ring, int at) {
        addOpen();
        size += RecordFrame.copyLinked(ring, at, bytes, size, chain, crc);
        addedTo = size;
    }

    private void addOpen() {
        if (notAdded > 0) {
            chain.add(bytes, addedTo, size - addedTo, notAdded);
            addedTo = size;
            notAdded = 0;
        }
    }

    int size() {
        return size;
    }

    /** Writes everything taken, and is empty then; returns how many bytes that were. */
    int writeTo(SegmentFile file) throws IOException {
        addOpen();
        int written = size;
        if (written > 0) {
            file.write(bytes, 0, written);
        }
        size = 0;
        addedTo = 0;
        return written;
    }
}
