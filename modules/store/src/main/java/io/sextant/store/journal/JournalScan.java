package io.sextant.store.journal;

import io.sextant.store.disk.Folders;
import io.sextant.store.journal.JournalDamage.Kind;
import io.sextant.store.journal.JournalOptions.Cutting;
import io.sextant.store.journal.SegmentReader.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a whole journal before anything is appended: verifies every record, finds the first that is not whole or not in its
 * place, and sets everything from there on aside. Nothing is deleted or overwritten.
 */
final class JournalScan {

    private static final String DAMAGED = "damaged";

    private final NavigableMap<Long, Segment> segments = new TreeMap<>();

    private long lastPosition;
    private long bytes;
    private long lastSegmentBytes;
    private int salt = -1;
    private Optional<JournalDamage> damage = Optional.empty();

    private final Cutting cutting;
    private final long headPosition;
    private final byte[] lastLink = new byte[RecordFrame.LINK_BYTES];
    private long linkedPosition;
    private boolean chained;

    private JournalScan(NavigableMap<Long, Path> files, long headPosition, Cutting cutting) {
        this.headPosition = headPosition;
        this.cutting = cutting;
        files.forEach((firstPosition, file) -> segments.put(firstPosition, new Segment(file)));
    }

    /**
     * What is damaged is set aside only if {@code cutting} says so; it is told in every case. Up to {@code headPosition} every
     * record was on the disk, so what is not whole there was not torn by a crash.
     */
    static JournalScan of(Path folder, long headPosition, Cutting cutting) throws IOException {
        JournalScan scan = new JournalScan(SegmentNames.list(folder), headPosition, cutting);
        scan.run();
        return scan;
    }

    private void run() throws IOException {
        readSegments();
        if (damage.isEmpty() && headPosition > lastPosition) {
            damage = Optional.of(missingEnd());
        }
        lastSegmentBytes = segments.isEmpty()
                ? 0
                : Files.size(segments.lastEntry().getValue().path());
    }

    private JournalDamage missingEnd() {
        Path last = segments.isEmpty()
                ? Path.of("")
                : segments.lastEntry().getValue().path();
        String detail = "record " + headPosition + " was on the disk";
        return new JournalDamage(Kind.MISSING_END, lastPosition + 1, last, 0, detail, 0, 0, List.of());
    }

    private void readSegments() throws IOException {
        for (Map.Entry<Long, Segment> entry : segments.entrySet()) {
            Segment segment = entry.getValue();
            if (entry.getKey() != lastPosition + 1) {
                setAsideFrom(
                        segment.path(), 0, Kind.MISSING_SEGMENT, "the next file begins with record " + entry.getKey());
                return;
            }
            try (SegmentReader reader = new SegmentReader(segment.path())) {
                String fault = readWhole(reader, segment);
                bytes += reader.offset();
                if (!fault.isEmpty()) {
                    setAsideFrom(segment.path(), reader.offset(), Kind.DAMAGED_RECORD, fault);
                    return;
                }
            }
        }
    }

    /** Reads until the segment's end or its first fault, which is returned. */
    private String readWhole(SegmentReader reader, Segment segment) throws IOException {
        while (true) {
            switch (reader.next()) {
                case END -> {
                    return "";
                }
                case BAD -> {
                    return reader.fault();
                }
                case WHOLE -> {
                    if (reader.position() != lastPosition + 1) {
                        return "record " + reader.position() + " stands in its place";
                    }
                    if (salt >= 0 && reader.salt() != salt) {
                        return "it belongs to another journal";
                    }
                    if (chained && !reader.isChained()) {
                        return "it is not chained though the records before it are";
                    }
                    salt = reader.salt();
                    chained = reader.isChained();
                    lastPosition++;
                    if (reader.isLinked()) {
                        reader.copyLink(lastLink);
                        linkedPosition = lastPosition;
                    }
                    segment.passed(lastPosition, reader.offset());
                }
            }
        }
    }

    private void setAsideFrom(Path first, long offset, Kind kind, String fault) throws IOException {
        List<Path> later = new ArrayList<>(segments.tailMap(lastPosition + 1, true).values().stream()
                .map(Segment::path)
                .filter(file -> !file.equals(first))
                .toList());
        long cutBytes = Files.size(first) - offset;
        long wholeAfter = countWholeAfter(first, offset);
        for (Path file : later) {
            cutBytes += Files.size(file);
            wholeAfter += countWholeAfter(file, 0);
        }
        boolean torn = wholeAfter == 0 && kind == Kind.DAMAGED_RECORD && lastPosition >= headPosition;
        Kind seen = torn ? Kind.TORN_TAIL : kind;

        List<Path> aside = cutting.cuts(seen) ? cut(first, offset, later) : List.of();
        damage = Optional.of(
                new JournalDamage(seen, lastPosition + 1, first, offset, fault, cutBytes, wholeAfter, aside));
    }

    /** From the back, so that a crash half-way leaves a journal that is cut at the same place next time. */
    private List<Path> cut(Path first, long offset, List<Path> later) throws IOException {
        List<Path> aside = new ArrayList<>();
        for (Path file : later.reversed()) {
            aside.addFirst(Folders.setAside(file, DAMAGED));
        }
        aside.addFirst(offset == 0 ? Folders.setAside(first, DAMAGED) : Folders.cutAside(first, offset, DAMAGED));
        segments.tailMap(lastPosition + 1, true).clear();
        return aside;
    }

    private long countWholeAfter(Path segment, long offset) throws IOException {
        long whole = 0;
        try (SegmentReader reader = new SegmentReader(segment)) {
            Step step = reader.next();
            while (step != Step.END) {
                if (step == Step.WHOLE && isLaterRecordOfThisJournal(reader, offset)) {
                    whole++;
                }
                step = step == Step.WHOLE ? reader.next() : reader.resume();
            }
        }
        return whole;
    }

    private boolean isLaterRecordOfThisJournal(SegmentReader reader, long offset) {
        return reader.offset() >= offset && reader.position() > lastPosition && (salt < 0 || reader.salt() == salt);
    }

    long lastPosition() {
        return lastPosition;
    }

    long bytes() {
        return bytes;
    }

    /** What the last of {@link #segments()} holds. */
    long lastSegmentBytes() {
        return lastSegmentBytes;
    }

    /** Empty in a journal without records. */
    Optional<Integer> findSalt() {
        return salt < 0 ? Optional.empty() : Optional.of(salt);
    }

    /** Empty where no record carries a link. */
    Optional<byte[]> findLastLink() {
        return linkedPosition > 0 ? Optional.of(lastLink.clone()) : Optional.empty();
    }

    /** Of the last record that carries a link; 0 where none does. Those after it are the open group of a crash. */
    long linkedPosition() {
        return linkedPosition;
    }

    /** The segments that remain. */
    NavigableMap<Long, Segment> segments() {
        return segments;
    }

    Optional<JournalDamage> damage() {
        return damage;
    }
}
