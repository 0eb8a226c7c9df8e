package io.sextant.store.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Walks the frames of one segment file from front to back and says of each whether it is whole. */
final class SegmentReader implements Closeable {

    enum Step {
        WHOLE,
        /** The file ends exactly where a frame would begin. */
        END,
        BAD
    }

    private static final int BUFFER_BYTES = 256 << 10;

    private final FileChannel channel;
    private final CRC32C crc = new CRC32C();
    private byte[] buffer = new byte[BUFFER_BYTES];
    private ByteBuffer view = ByteBuffer.wrap(buffer);

    /** File offset of {@code buffer[0]}; {@code at} and {@code filled} are indices into the buffer. */
    private long bufferOffset;

    private int at;
    private int filled;
    private int frameBytes;
    private String fault = "";

    SegmentReader(Path segment) throws IOException {
        this(segment, 0);
    }

    /** Begins with the frame at an offset. */
    SegmentReader(Path segment, long offset) throws IOException {
        bufferOffset = offset;
        channel = FileChannel.open(segment, StandardOpenOption.READ);
    }

    /** Goes to the frame after the last whole one. */
    Step next() throws IOException {
        at += frameBytes;
        frameBytes = 0;
        return examine();
    }

    /** After {@link Step#BAD}: looks for the next whole frame at any later place where one can begin. */
    Step resume() throws IOException {
        do {
            at += RecordFrame.ALIGNMENT_BYTES;
            if (!fill(RecordFrame.LINKLESS_HEADER_BYTES)) {
                return Step.END;
            }
        } while (!RecordFrame.isMark(RecordFrame.mark(buffer, at)) || examine() != Step.WHOLE);
        return Step.WHOLE;
    }

    private Step examine() throws IOException {
        if (!fill(RecordFrame.LINKLESS_HEADER_BYTES)) {
            fault = filled == at ? "" : "the file ends inside its header";
            return filled == at ? Step.END : Step.BAD;
        }
        if (!RecordFrame.isMark(RecordFrame.mark(buffer, at))) {
            return bad("it does not begin like a record");
        }
        int length = RecordFrame.length(buffer, at);
        if (length < 0 || length > RecordFrame.MAX_PAYLOAD_BYTES) {
            return bad("its length cannot be");
        }
        int bytes = RecordFrame.frameBytes(buffer, at);
        if (!fill(bytes)) {
            return bad("the file ends inside it");
        }
        if (RecordFrame.computeChecksum(buffer, at, crc) != RecordFrame.checksum(buffer, at)) {
            return bad("its checksum does not match");
        }
        frameBytes = bytes;
        return Step.WHOLE;
    }

    private Step bad(String what) {
        fault = what;
        return Step.BAD;
    }

    /** Makes sure that {@code wanted} bytes from {@code at} on are in the buffer; false when the file ends before. */
    private boolean fill(int wanted) throws IOException {
        if (filled - at >= wanted) {
            return true;
        }
        int rest = Math.max(0, filled - at);
        bufferOffset += at;
        if (rest > 0) {
            System.arraycopy(buffer, at, buffer, 0, rest);
        }
        at = 0;
        filled = rest;
        if (wanted > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(wanted, buffer.length * 2));
            view = ByteBuffer.wrap(buffer);
        }
        while (filled < wanted) {
            view.limit(buffer.length).position(filled);
            int read = channel.read(view, bufferOffset + filled);
            if (read < 0) {
                return false;
            }
            filled += read;
        }
        return true;
    }

    /** Where the current frame begins, whole or not. */
    long offset() {
        return bufferOffset + at;
    }

    long position() {
        return RecordFrame.position(buffer, at);
    }

    long sequence() {
        return RecordFrame.sequence(buffer, at);
    }

    int kind() {
        return RecordFrame.kind(buffer, at);
    }

    int salt() {
        return RecordFrame.salt(buffer, at);
    }

    int checksum() {
        return RecordFrame.checksum(buffer, at);
    }

    byte[] bytes() {
        return buffer;
    }

    /** Where in {@link #bytes()} the current frame begins. */
    int index() {
        return at;
    }

    void copyLink(byte[] to) {
        System.arraycopy(buffer, at + RecordFrame.LINK_AT, to, 0, RecordFrame.LINK_BYTES);
    }

    boolean isLinked() {
        return RecordFrame.isLinked(buffer, at);
    }

    boolean isChained() {
        return RecordFrame.isChained(buffer, at);
    }

    int payloadOffset() {
        return at + RecordFrame.headerBytes(buffer, at);
    }

    int payloadLength() {
        return RecordFrame.length(buffer, at);
    }

    String fault() {
        return fault;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
