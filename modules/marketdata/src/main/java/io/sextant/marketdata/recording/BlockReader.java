package io.sextant.marketdata.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** Reads one checked block after another into one buffer. */
final class BlockReader implements AutoCloseable {

    private final Path path;
    private final FileChannel file;
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer frame = ByteBuffer.allocate(Format.BLOCK_FRAME_BYTES);

    private byte[] content = new byte[Format.BLOCK_BYTES + 1_024];
    private ByteBuffer contentBuffer = ByteBuffer.wrap(content);
    private int kind;
    private int length;
    private int checksum;
    private int previousChecksum;
    private long blockAt;
    private long nextAt;

    private BlockReader(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    static BlockReader open(Path path) throws IOException {
        BlockReader reader = new BlockReader(path, FileChannel.open(path, StandardOpenOption.READ));
        try {
            reader.readMagic();
        } catch (IOException e) {
            reader.close();
            throw e;
        }
        return reader;
    }

    private void readMagic() throws IOException {
        ByteBuffer magic = ByteBuffer.allocate(Long.BYTES);
        if (!readFully(magic, 0) || magic.flip().getLong() != Format.MAGIC) {
            throw damage(0, "it is not a recording of Sextant");
        }
        nextAt = Long.BYTES;
    }

    /** Reads and checks the next block. There is always one until the end block was read. */
    void next() throws IOException {
        blockAt = nextAt;
        previousChecksum = checksum;
        frame.clear();
        if (!readFully(frame, blockAt)) {
            throw damage(blockAt, "the recording was not finished, or its end is missing");
        }
        frame.flip();
        kind = frame.getInt();
        length = frame.getInt();
        checksum = frame.getInt();
        if (length < 0 || length > Format.MAX_BLOCK_BYTES) {
            throw damage(blockAt, "a block says that it is " + length + " bytes long");
        }
        if (length > content.length) {
            content = new byte[length];
            contentBuffer = ByteBuffer.wrap(content);
        }
        contentBuffer.clear().limit(length);
        if (!readFully(contentBuffer, blockAt + Format.BLOCK_FRAME_BYTES)) {
            throw damage(blockAt, "the recording was not finished, or its end is missing");
        }
        if (BlockWriter.checksum(crc, previousChecksum, kind, content, length) != checksum) {
            throw damage(blockAt, "a block has changed since it was written");
        }
        nextAt = blockAt + Format.BLOCK_FRAME_BYTES + length;
    }

    /** Back to the beginning; {@link #next} reads the head. */
    void rewind() {
        nextAt = Long.BYTES;
        checksum = 0;
    }

    /** Goes back to a block that was read before, named by {@link #blockAt} and {@link #previousChecksum}. */
    void reread(long at, int checksumBefore) throws IOException {
        nextAt = at;
        checksum = checksumBefore;
        next();
    }

    int kind() {
        return kind;
    }

    /** The array is replaced by a larger one when a block needs it; ask again after {@link #next}. */
    byte[] content() {
        return content;
    }

    int length() {
        return length;
    }

    long blockAt() {
        return blockAt;
    }

    int previousChecksum() {
        return previousChecksum;
    }

    boolean isAtEndOfFile() throws IOException {
        return nextAt == file.size();
    }

    DamagedRecordingException damage(long at, String what) {
        return new DamagedRecordingException(path, at, what);
    }

    private boolean readFully(ByteBuffer into, long from) throws IOException {
        long at = from;
        while (into.hasRemaining()) {
            int count = file.read(into, at);
            if (count < 0) {
                return false;
            }
            at += count;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
