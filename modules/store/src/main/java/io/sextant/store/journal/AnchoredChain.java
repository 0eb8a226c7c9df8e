package io.sextant.store.journal;

import io.sextant.store.disk.Folders;
import io.sextant.store.journal.SegmentReader.Step;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chain as the journal's writer goes on with it, and its file, which is made when the first record is written. */
final class AnchoredChain implements Closeable {

    private static final String DAMAGED = "damaged";

    private final Path folder;
    private final HashChain chain;
    private final long lastPosition;
    private final long linkedPosition;
    private ChainAnchors anchors;
    private @Nullable ChainFile file;

    private AnchoredChain(Path folder, HashChain chain, JournalScan scan, ChainAnchors anchors) {
        this.folder = folder;
        this.chain = chain;
        this.anchors = anchors;
        lastPosition = scan.lastPosition();
        linkedPosition = scan.linkedPosition();
    }

    /** After what a scan left; whoever only looks changes nothing. */
    static AnchoredChain after(Path folder, JournalScan scan, ChainAnchors anchors, int salt, boolean looksOnly)
            throws IOException {
        Optional<byte[]> lastLink = scan.findLastLink();
        HashChain chain = lastLink.isPresent() ? HashChain.after(lastLink.get()) : HashChain.beginning(salt);
        if (!looksOnly) {
            passAfter(scan, chain);
        }
        AnchoredChain anchored = new AnchoredChain(folder, chain, scan, anchors);
        if (!looksOnly) {
            anchored.settle();
        }
        return anchored;
    }

    /** Takes up what the last link does not bind: a group that a crash left open, or all of a journal without links. */
    private static void passAfter(JournalScan scan, HashChain chain) throws IOException {
        long next = scan.linkedPosition() + 1;
        if (next > scan.lastPosition()) {
            return;
        }
        long first = scan.segments().floorKey(next);
        for (Segment segment : scan.segments().tailMap(first, true).values()) {
            try (SegmentReader reader = new SegmentReader(segment.path(), segment.offsetAtOrBefore(next))) {
                while (reader.next() == Step.WHOLE) {
                    if (reader.position() >= next) {
                        chain.pass(reader.bytes(), reader.index());
                    }
                }
            }
        }
    }

    /** Brings the file to what the opening left of the journal, keeping what it said before. */
    private void settle() throws IOException {
        boolean usable = anchors.state() == ChainAnchors.State.WHOLE
                && lastPosition > 0
                && anchors.begin().orElseThrow().position() <= lastPosition + 1;
        if (!usable && anchors.state() != ChainAnchors.State.MISSING) {
            Folders.setAside(ChainFile.pathIn(folder), DAMAGED);
            anchors = ChainAnchors.none();
        }
        if (usable && anchors.headPosition() > lastPosition) {
            ChainEntry lost = anchors.head().orElseThrow();
            file = ChainFile.open(folder, anchors);
            file.cut(lastPosition, lost.position(), lost.link());
            file.head(linkedPosition, chain);
        }
    }

    /** Called before the first record of a group is written. */
    ChainFile open(long firstPosition) throws IOException {
        ChainFile known = file;
        if (known != null) {
            return known;
        }
        ChainFile opened = ChainFile.open(folder, anchors);
        file = opened;
        if (anchors.state() != ChainAnchors.State.WHOLE) {
            opened.begin(firstPosition - chain.openRecords(), chain.link(), why());
        }
        return opened;
    }

    private ChainEntry.Why why() {
        if (lastPosition == 0) {
            return ChainEntry.Why.NEW_JOURNAL;
        }
        return linkedPosition > 0 ? ChainEntry.Why.FILE_WAS_MISSING : ChainEntry.Why.UPGRADE;
    }

    HashChain chain() {
        return chain;
    }

    /** The last record that was sealed, and all before it, are on the disk. */
    void durable(long position) throws IOException {
        open(position).head(position, chain);
    }

    /** This record is the last of its segment. One that a crash left without a link gets no anchor. */
    void segmentEnds(long position) throws IOException {
        if (chain.openRecords() == 0) {
            open(position).segmentEnds(position, chain);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
