package io.sextant.store.journal;

import io.sextant.store.disk.Folders;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where the chain is anchored, beside the segments: its beginning, the newest durable link, and the link at the end of every
 * finished segment. The head is written after each group has reached the disk and never before, so it may be behind after a
 * power cut but is never ahead: a journal that ends before its head has lost records. Two slots take turns, so a torn write
 * leaves the other one.
 */
final class ChainFile implements Closeable {

    static final String NAME = "journal.chain";

    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer entry = ByteBuffer.allocateDirect(ChainEntry.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final byte[] link = new byte[RecordFrame.LINK_BYTES];

    private long turn;
    private long appendAt;

    private ChainFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static Path pathIn(Path folder) {
        return folder.resolve(NAME);
    }

    /**
     * Opens to write.
     *
     * @param known what {@link ChainAnchors#read} found
     */
    static ChainFile open(Path folder, ChainAnchors known) throws IOException {
        Path path = pathIn(folder);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        ChainFile file = new ChainFile(path, channel);
        file.turn = known.turn();
        file.appendAt = known.appendAt();
        return file;
    }

    /** The first entry of a new file. */
    void begin(long firstPosition, byte[] linkBefore, ChainEntry.Why why) throws IOException {
        write(ChainEntry.Kind.BEGIN, firstPosition, linkBefore, why.number(), 0);
        appendAt = ChainEntry.FIRST_APPENDED_AT;
        channel.force(true);
        Folders.forceNameOf(path);
    }

    /** Everything up to this record is on the disk. */
    void head(long position, HashChain chain) throws IOException {
        chain.copyTo(link, 0);
        turn++;
        write(ChainEntry.Kind.HEAD, position, link, turn, ChainEntry.BYTES * (1 + (turn & 1)));
    }

    /** A segment ends with this record. */
    void segmentEnds(long position, HashChain chain) throws IOException {
        chain.copyTo(link, 0);
        append(ChainEntry.Kind.SEGMENT, position, link, 0);
    }

    /** An opening found that everything after {@code keptPosition} was not whole, and went on from there. */
    void cut(long keptPosition, long lostHeadPosition, byte[] lostHeadLink) throws IOException {
        append(ChainEntry.Kind.CUT, keptPosition, lostHeadLink, lostHeadPosition);
    }

    private void append(ChainEntry.Kind kind, long position, byte[] itsLink, long extra) throws IOException {
        write(kind, position, itsLink, extra, appendAt);
        appendAt += ChainEntry.BYTES;
        channel.force(false);
    }

    private void write(ChainEntry.Kind kind, long position, byte[] itsLink, long extra, long at) throws IOException {
        entry.clear();
        ChainEntry.put(entry, kind, position, itsLink, extra);
        entry.flip();
        long to = at;
        while (entry.hasRemaining()) {
            to += channel.write(entry, to);
        }
    }

    @Override
    public void close() throws IOException {
        channel.force(false);
        channel.close();
    }
}
