package io.sextant.store.journal;

import io.sextant.store.disk.Folders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A segment on a real disk. */
final class ChannelSegmentFile implements SegmentFile {

    /** The JDK copies what it writes from an array into a hidden buffer of the same size and keeps that. */
    private static final int PIECE_BYTES = 1 << 20;

    private final FileChannel channel;

    private ChannelSegmentFile(FileChannel channel) {
        this.channel = channel;
    }

    static SegmentFile open(Path path, long size) throws IOException {
        boolean isNew = !Files.exists(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        if (isNew) {
            Folders.forceNameOf(path);
        }
        channel.position(size);
        return new ChannelSegmentFile(channel);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        for (int at = offset; at < end; at += PIECE_BYTES) {
            ByteBuffer piece = ByteBuffer.wrap(bytes, at, Math.min(PIECE_BYTES, end - at));
            while (piece.hasRemaining()) {
                channel.write(piece);
            }
        }
    }

    @Override
    public void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
