package io.sextant.marketdata.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32C;

/** Appends checksummed blocks to a file and folds their content into one hash. */
final class BlockWriter implements AutoCloseable {

    private final FileChannel file;
    private final MessageDigest contentHash;
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer frame = ByteBuffer.allocate(Format.BLOCK_FRAME_BYTES);
    private int previousChecksum;

    BlockWriter(FileChannel file) throws IOException {
        this.file = file;
        contentHash = sha256();
        writeFully(ByteBuffer.allocate(Long.BYTES).putLong(Format.MAGIC).flip());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static int checksum(CRC32C crc, int previous, int kind, byte[] content, int length) {
        crc.reset();
        update(crc, previous);
        update(crc, kind);
        update(crc, length);
        crc.update(content, 0, length);
        return (int) crc.getValue();
    }

    private static void update(CRC32C crc, int value) {
        crc.update(value >>> 24);
        crc.update(value >>> 16);
        crc.update(value >>> 8);
        crc.update(value);
    }

    void write(int kind, byte[] content, int length) throws IOException {
        previousChecksum = checksum(crc, previousChecksum, kind, content, length);
        if (kind != Format.END) {
            contentHash.update(content, 0, length);
        }
        frame.clear();
        frame.putInt(kind).putInt(length).putInt(previousChecksum).flip();
        writeFully(frame);
        writeFully(ByteBuffer.wrap(content, 0, length));
    }

    /** Of all blocks so far; the writer ends with it. */
    byte[] contentHash() {
        return contentHash.digest();
    }

    private void writeFully(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    void force() throws IOException {
        file.force(true);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
