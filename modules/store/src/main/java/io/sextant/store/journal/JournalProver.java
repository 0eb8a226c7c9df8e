package io.sextant.store.journal;

import io.sextant.store.journal.ChainEntry.Why;
import io.sextant.store.journal.JournalProof.BadRecord;
import io.sextant.store.journal.JournalProof.Change;
import io.sextant.store.journal.JournalProof.Expected;
import io.sextant.store.journal.JournalProof.TornTail;
import io.sextant.store.journal.JournalProof.Verdict;
import io.sextant.store.journal.SegmentReader.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks a journal once from its first record, with its chain, and stops at the first thing that was not written like that. */
final class JournalProver {

    private final ChainAnchors anchors;
    private final NavigableMap<Long, Path> files;
    private final NavigableMap<Long, List<byte[]>> links = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    private @Nullable HashChain chain;
    private int salt;
    private long last;
    private long lastAnchored;
    private long firstChained;
    private Path lastSegment = Path.of("");
    private long lastOffset;
    private long linked;
    private byte[] lastLink = {};
    private Path openSegment = Path.of("");
    private long openOffset;
    private Optional<BadRecord> bad = Optional.empty();
    private Optional<TornTail> tornTail = Optional.empty();

    JournalProver(Path folder, List<Expected> writtenDown) throws IOException {
        // Before the segments: a desk that is running adds records meanwhile, and its head must not be ahead of what is
        // read.
        anchors = ChainAnchors.read(folder);
        files = SegmentNames.list(folder);
        for (ChainEntry entry : anchors.standing()) {
            expect(entry.position(), entry.link());
        }
        anchors.begin()
                .filter(begin -> begin.position() > 1)
                .ifPresent(begin -> expect(begin.position() - 1, begin.link()));
        writtenDown.forEach(expected -> expect(expected.position(), expected.link()));
    }

    private void expect(long position, byte[] link) {
        if (position > 0) {
            links.computeIfAbsent(position, none -> new ArrayList<>()).add(link);
        }
    }

    JournalProof prove() throws IOException {
        walk();
        if (bad.isEmpty() && !links.isEmpty() && links.lastKey() > last) {
            Path segment = files.isEmpty() ? Path.of("") : files.lastEntry().getValue();
            long offset = files.isEmpty() ? 0 : Files.size(segment);
            missing(
                    Change.REMOVED,
                    segment,
                    offset,
                    "the files end, though record " + links.lastKey() + " was on the disk");
        }
        tell();
        return new JournalProof(
                verdict(),
                last,
                firstChained,
                anchors.headPosition(),
                linked,
                JournalProof.hex(lastLink),
                bad,
                tornTail,
                notes);
    }

    private Verdict verdict() {
        if (bad.isPresent()) {
            return Verdict.NOT_WHOLE;
        }
        if (last == 0) {
            return tornTail.isPresent() ? Verdict.TORN_TAIL : Verdict.EMPTY;
        }
        if (anchors.state() != ChainAnchors.State.WHOLE || anchors.head().isEmpty()) {
            return firstChained == 0 && anchors.state() == ChainAnchors.State.MISSING
                    ? Verdict.NOT_CHAINED
                    : Verdict.NOT_ANCHORED;
        }
        return tornTail.isPresent() ? Verdict.TORN_TAIL : Verdict.WHOLE;
    }

    private void tell() {
        anchors.begin().ifPresent(begin -> {
            long before = begin.position() - 1;
            switch (anchors.why()) {
                case NEW_JOURNAL -> {}
                case UPGRADE ->
                    notes.add("Records 1 to " + before
                            + " were written before there was a chain. They are proven as they were"
                            + " when it began, with record " + begin.position() + ".");
                case FILE_WAS_MISSING ->
                    notes.add("The chain's file was missing when record " + begin.position()
                            + " was written, and was made anew: whether records after " + before
                            + " had been removed then cannot be told.");
            }
        });
        if (bad.isEmpty() && linked < last) {
            notes.add("Records " + (linked + 1) + " to " + last
                    + " stand behind the last link, as a crash leaves records that nobody"
                    + " was told of. The next link will bind them.");
        }
        for (ChainEntry cut : anchors.cuts()) {
            notes.add("An opening found records " + (cut.position() + 1) + " to " + cut.extra()
                    + " damaged or missing and went on after record " + cut.position() + " (link of record "
                    + cut.extra()
                    + ": " + JournalProof.hex(cut.link()) + ").");
        }
        if (anchors.unreadable() > 0) {
            notes.add(anchors.unreadable() + " entries of the chain's file cannot be read.");
        }
    }

    private void walk() throws IOException {
        for (Map.Entry<Long, Path> file : files.entrySet()) {
            Path segment = file.getValue();
            if (file.getKey() > last + 1) {
                missing(Change.REMOVED, segment, 0, "the next file begins with record " + file.getKey());
                return;
            }
            if (file.getKey() < last + 1) {
                missing(Change.INSERTED, segment, 0, "a file begins with record " + file.getKey() + " once more");
                return;
            }
            try (SegmentReader reader = new SegmentReader(segment)) {
                if (!walk(segment, reader)) {
                    return;
                }
            }
        }
    }

    private boolean walk(Path segment, SegmentReader reader) throws IOException {
        while (true) {
            switch (reader.next()) {
                case END -> {
                    return true;
                }
                case BAD -> {
                    broken(segment, reader.offset(), reader.fault());
                    return false;
                }
                case WHOLE -> {
                    if (!accepts(segment, reader)) {
                        return false;
                    }
                }
            }
        }
    }

    private boolean accepts(Path segment, SegmentReader reader) throws IOException {
        long position = last + 1;
        if (reader.position() != position) {
            misplaced(segment, reader);
            return false;
        }
        HashChain running = chain;
        if (running == null) {
            salt = reader.salt();
            running = HashChain.beginning(salt);
            chain = running;
        }
        if (reader.salt() != salt) {
            found(Change.INSERTED, segment, reader, "it belongs to another journal");
            return false;
        }
        boolean mustBeChained = firstChained > 0
                || anchors.begin().filter(begin -> begin.position() <= position).isPresent();
        if (mustBeChained && !reader.isChained()) {
            found(Change.INSERTED, segment, reader, "it carries no link, though those before it do");
            return false;
        }
        if (running.openRecords() == 0) {
            openSegment = segment;
            openOffset = reader.offset();
        }
        long open = running.openRecords();
        running.pass(reader.bytes(), reader.index());
        boolean fits = !reader.isLinked() || running.isLinkOf(reader.bytes(), reader.index());
        Optional<String> fault = fits ? anchorFault(position, running) : Optional.of(brokenLink(open));
        if (fault.isPresent()) {
            foundInGroup(fits && reader.isChained() ? Change.REWRITTEN : Change.CHANGED, open, fault.get());
            return false;
        }
        if (reader.isChained() && firstChained == 0) {
            firstChained = position;
        }
        last = position;
        lastSegment = segment;
        lastOffset = reader.offset();
        if (running.openRecords() == 0) {
            linked = position;
            lastLink = running.link();
        }
        return true;
    }

    private String brokenLink(long open) {
        long first = last + 1 - open;
        String shared = "records " + first + " to " + (last + 1) + " share one link, and it does not fit: one of them";
        if (first > 1 && (firstChained == 0 || firstChained == first)) {
            return (open > 0 ? shared : "its link does not fit: it") + ", or one of the unchained records 1 to "
                    + (first - 1) + ", is not what was written";
        }
        return open > 0
                ? shared + " was changed and its checksum made anew"
                : "its checksum fits, but its link does not: it was changed and its checksum made anew";
    }

    private Optional<String> anchorFault(long position, HashChain running) {
        if (running.openRecords() > 0) {
            return links.containsKey(position)
                    ? Optional.of(
                            "record " + position + " carries no link, though the one it had was anchored: records "
                                    + (lastAnchored + 1) + " to " + position + " were written anew")
                    : Optional.empty();
        }
        for (byte[] link : links.getOrDefault(position, List.of())) {
            if (!running.is(link)) {
                boolean old = anchors.begin()
                        .filter(begin -> begin.position() == position + 1 && anchors.why() == Why.UPGRADE)
                        .isPresent();
                return Optional.of(
                        old
                                ? "one of the records 1 to " + position
                                        + ", from before the chain, was changed after the chain began"
                                : "the chain fits in itself, but its link here is not the one that was anchored: records "
                                        + (lastAnchored + 1) + " to " + position + " were written anew");
            }
        }
        if (links.containsKey(position)) {
            lastAnchored = position;
        }
        return Optional.empty();
    }

    private void misplaced(Path segment, SegmentReader reader) throws IOException {
        long position = last + 1;
        if (reader.position() < position) {
            found(Change.INSERTED, segment, reader, "record " + reader.position() + " stands here a second time");
        } else if (isFurtherBehind(segment, reader.offset(), position)) {
            found(
                    Change.REORDERED,
                    segment,
                    reader,
                    "record " + reader.position() + " stands in its place, and it stands further behind");
        } else {
            String gone = reader.position() == position + 1
                    ? "it is missing: "
                    : "records " + position + " to " + (reader.position() - 1) + " are missing: ";
            missing(Change.REMOVED, segment, reader.offset(), gone + "record " + reader.position() + " stands there");
        }
    }

    /** After a frame that is not whole: a crash's, a changed one, or something put in between. */
    private void broken(Path segment, long offset, String fault) throws IOException {
        long position = last + 1;
        OptionalLong next = nextWholeAfter(segment, offset);
        if (next.isEmpty() && position > anchors.headPosition() && (links.isEmpty() || links.lastKey() < position)) {
            long bytes = Files.size(segment) - offset;
            for (Path later : files.tailMap(position, false).values()) {
                bytes += later.equals(segment) ? 0 : Files.size(later);
            }
            tornTail = Optional.of(new TornTail(segment, offset, bytes, fault));
        } else if (next.isPresent() && next.getAsLong() == position) {
            missing(Change.INSERTED, segment, offset, "bytes that are no record stand before it: " + fault);
        } else {
            missing(Change.CHANGED, segment, offset, fault);
        }
    }

    private OptionalLong nextWholeAfter(Path segment, long offset) throws IOException {
        long from = offset;
        for (Path file : files.tailMap(keyOf(segment), true).values()) {
            try (SegmentReader reader = new SegmentReader(file, from)) {
                Step step = reader.next();
                if (step == Step.BAD) {
                    step = reader.resume();
                }
                if (step == Step.WHOLE) {
                    return OptionalLong.of(reader.position());
                }
            }
            from = 0;
        }
        return OptionalLong.empty();
    }

    private boolean isFurtherBehind(Path segment, long offset, long position) throws IOException {
        long from = offset;
        for (Path file : files.tailMap(keyOf(segment), true).values()) {
            try (SegmentReader reader = new SegmentReader(file, from)) {
                Step step = reader.next();
                while (step != Step.END) {
                    if (step == Step.WHOLE && reader.position() == position) {
                        return true;
                    }
                    step = step == Step.WHOLE ? reader.next() : reader.resume();
                }
            }
            from = 0;
        }
        return false;
    }

    private long keyOf(Path segment) {
        return files.entrySet().stream()
                .filter(file -> file.getValue().equals(segment))
                .mapToLong(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Of records that share a link nobody can say which it is: the first of them is named. */
    private void foundInGroup(Change change, long open, String detail) throws IOException {
        last -= open;
        try (SegmentReader reader = new SegmentReader(openSegment, openOffset)) {
            if (reader.next() == Step.WHOLE) {
                found(change, openSegment, reader, detail);
            }
        }
    }

    /** The record can be read where it stands. */
    private void found(Change change, Path segment, SegmentReader reader, String detail) {
        RecordWords words =
                RecordWords.of(reader.kind(), reader.bytes(), reader.payloadOffset(), reader.payloadLength());
        bad = Optional.of(new BadRecord(
                change,
                last + 1,
                segment,
                reader.offset(),
                reader.sequence(),
                words.timeNanos(),
                true,
                words.what(),
                detail));
    }

    /** The record cannot be read: it is told by the last good one before it. */
    private void missing(Change change, Path segment, long offset, String detail) throws IOException {
        long sequence = 0;
        long timeNanos = 0;
        if (last > 0) {
            try (SegmentReader reader = new SegmentReader(lastSegment, lastOffset)) {
                if (reader.next() == Step.WHOLE) {
                    sequence = reader.sequence();
                    timeNanos = RecordWords.of(
                                    reader.kind(), reader.bytes(), reader.payloadOffset(), reader.payloadLength())
                            .timeNanos();
                }
            }
        }
        bad = Optional.of(new BadRecord(
                change, last + 1, segment, offset, sequence, timeNanos, false, RecordWords.UNREADABLE.what(), detail));
    }
}
