package io.sextant.store.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the chain's file says.
 *
 * @param state whether there is one that can be read
 * @param begin its first entry; empty unless whole
 * @param head the newest durable link
 * @param appended ends of segments and cuts, in the order they were written
 * @param unreadable entries that are not whole
 * @param turn how often the head was written
 * @param appendAt where the next entry goes
 */
record ChainAnchors(
        State state,
        Optional<ChainEntry> begin,
        Optional<ChainEntry> head,
        List<ChainEntry> appended,
        int unreadable,
        long turn,
        long appendAt) {

    enum State {
        MISSING,
        UNREADABLE,
        WHOLE
    }

    private static final ChainAnchors NONE = new ChainAnchors(
            State.MISSING, Optional.empty(), Optional.empty(), List.of(), 0, 0, ChainEntry.FIRST_APPENDED_AT);

    ChainAnchors {
        appended = List.copyOf(appended);
    }

    static ChainAnchors none() {
        return NONE;
    }

    static ChainAnchors read(Path folder) throws IOException {
        Path path = ChainFile.pathIn(folder);
        if (!Files.exists(path)) {
            return NONE;
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        Optional<ChainEntry> begin = ChainEntry.read(bytes, 0).filter(entry -> entry.kind() == ChainEntry.Kind.BEGIN);
        if (begin.isEmpty()) {
            return new ChainAnchors(State.UNREADABLE, begin, begin, List.of(), 1, 0, ChainEntry.FIRST_APPENDED_AT);
        }
        Optional<ChainEntry> head = newer(slot(bytes, 1), slot(bytes, 2));
        List<ChainEntry> appended = new ArrayList<>();
        int unreadable = 0;
        long at = ChainEntry.FIRST_APPENDED_AT;
        for (; at < bytes.limit(); at += ChainEntry.BYTES) {
            Optional<ChainEntry> entry = ChainEntry.read(bytes, (int) at);
            entry.ifPresent(appended::add);
            unreadable += entry.isPresent() ? 0 : 1;
        }
        return new ChainAnchors(
                State.WHOLE,
                begin,
                head,
                appended,
                unreadable,
                head.map(ChainEntry::extra).orElse(0L),
                at);
    }

    private static Optional<ChainEntry> slot(ByteBuffer bytes, int number) {
        return ChainEntry.read(bytes, number * ChainEntry.BYTES).filter(entry -> entry.kind() == ChainEntry.Kind.HEAD);
    }

    private static Optional<ChainEntry> newer(Optional<ChainEntry> one, Optional<ChainEntry> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().extra() > other.get().extra() ? one : other;
    }

    /** Zero where there is none. */
    long headPosition() {
        return head.map(ChainEntry::position).orElse(0L);
    }

    ChainEntry.Why why() {
        return ChainEntry.Why.of(begin.orElseThrow().extra());
    }

    /** Links that a record must carry: the ends of segments that no later cut has taken away, and the head. */
    List<ChainEntry> standing() {
        List<ChainEntry> standing = new ArrayList<>();
        for (ChainEntry entry : appended) {
            if (entry.kind() == ChainEntry.Kind.CUT) {
                standing.removeIf(earlier -> earlier.position() > entry.position());
            } else {
                standing.add(entry);
            }
        }
        head.ifPresent(standing::add);
        return standing;
    }

    List<ChainEntry> cuts() {
        return appended.stream()
                .filter(entry -> entry.kind() == ChainEntry.Kind.CUT)
                .toList();
    }
}
