package io.sextant.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.time.SeededRandom;
import io.sextant.store.journal.JournalDamage.Kind;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to the files, all before the first damage is kept, all after it is set aside, and it is called by its name. */
class JournalDamageProperties {

    private static final long SEGMENT_BYTES = 2_000;

    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void survivesAFlippedBitAnywhere(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int records)
            throws IOException {
        withJournal(records, journal -> {
            SeededRandom random = new SeededRandom(seed);
            Frame hit = journal.frames.get(random.nextInt(records));
            long offset = hit.offset + random.nextInt(hit.bytes);
            byte[] content = Files.readAllBytes(hit.segment);
            content[(int) offset] ^= (byte) (1 << random.nextInt(8));
            Files.write(hit.segment, content);

            journal.expectCut(hit.position - 1, Kind.DAMAGED_RECORD, records - hit.position);
        });
    }

    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void survivesATruncationAnywhere(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int records)
            throws IOException {
        withJournal(records, journal -> {
            SeededRandom random = new SeededRandom(seed);
            Frame hit = journal.frames.get(random.nextInt(records));
            int kept = random.nextInt(hit.bytes);
            byte[] content = Files.readAllBytes(hit.segment);
            Files.write(hit.segment, Arrays.copyOf(content, (int) hit.offset + kept));

            long inLaterSegments = journal.frames.stream()
                    .filter(frame -> frame.segment.compareTo(hit.segment) > 0)
                    .count();
            if (inLaterSegments == 0 && kept == 0) {
                journal.expectMissingEnd(hit.position - 1);
            } else if (inLaterSegments == 0) {
                journal.expectCut(hit.position - 1, Kind.DAMAGED_RECORD, 0);
            } else {
                Kind expected = kept == 0 ? Kind.MISSING_SEGMENT : Kind.DAMAGED_RECORD;
                journal.expectCut(hit.position - 1, expected, inLaterSegments);
            }
        });
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void survivesAMissingSegment(@ForAll long seed, @ForAll @IntRange(min = 40, max = 80) int records)
            throws IOException {
        withJournal(records, journal -> {
            List<Path> segments = List.copyOf(SegmentNames.list(journal.folder).values());
            Path gone = segments.get(new SeededRandom(seed).nextInt(segments.size() - 1));
            Files.delete(gone);

            Frame first = journal.frames.stream()
                    .filter(frame -> frame.segment.equals(gone))
                    .findFirst()
                    .orElseThrow();
            long after = journal.frames.stream()
                    .filter(frame -> frame.segment.compareTo(gone) > 0)
                    .count();
            journal.expectCut(first.position - 1, Kind.MISSING_SEGMENT, after);
        });
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void survivesAnythingWrittenBehindTheEnd(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int records, @ForAll boolean zeros)
            throws IOException {
        withJournal(records, journal -> {
            SeededRandom random = new SeededRandom(seed);
            Path last = SegmentNames.list(journal.folder).lastEntry().getValue();
            byte[] content = Files.readAllBytes(last);
            byte[] garbage = new byte[1 + random.nextInt(3_000)];
            if (!zeros) {
                random.nextBytes(garbage);
            }
            byte[] both = Arrays.copyOf(content, content.length + garbage.length);
            System.arraycopy(garbage, 0, both, content.length, garbage.length);
            Files.write(last, both);

            journal.expectCut(records, Kind.TORN_TAIL, 0);
        });
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void doesNotTakeRecordsOfAnotherJournalOrASecondTime(
            @ForAll long seed, @ForAll @IntRange(min = 10, max = 60) int records, @ForAll boolean foreign)
            throws IOException {
        withJournal(records, journal -> {
            Frame again = journal.frames.get(new SeededRandom(seed).nextInt(records));
            byte[] frame = Arrays.copyOfRange(
                    Files.readAllBytes(again.segment), (int) again.offset, (int) again.offset + again.bytes);
            if (foreign) {
                byte[] payload = SampleRecords.payload(records + 1);
                frame = new byte[RecordFrame.frameBytes(payload.length)];
                int tag = RecordFrame.tag(
                        RecordFrame.SALT_MASK, SampleRecords.kind(records + 1).number());
                RecordFrame.put(frame, 0, tag, records + 1, 1, payload, payload.length);
                RecordFrame.copyLinked(
                        frame.clone(), 0, frame, 0, HashChain.beginning(RecordFrame.SALT_MASK), new CRC32C());
            }
            Path last = SegmentNames.list(journal.folder).lastEntry().getValue();
            Files.write(last, frame, StandardOpenOption.APPEND);

            journal.expectCut(records, Kind.TORN_TAIL, 0);
        });
    }

    private record Frame(Path segment, long position, long offset, int bytes) {}

    private interface Damage {
        void to(DamagedJournal journal) throws IOException;
    }

    private static void withJournal(int records, Damage damage) throws IOException {
        Path folder = Files.createTempDirectory("sextant-journal");
        try {
            try (FileJournal journal = openJournal(folder)) {
                SampleRecords.append(journal, records);
            }
            damage.to(new DamagedJournal(folder, frames(folder)));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static FileJournal openJournal(Path folder) {
        return FileJournal.open(folder, SampleRecords.options(1 << 14, SEGMENT_BYTES));
    }

    private static List<Frame> frames(Path folder) throws IOException {
        List<Frame> frames = new ArrayList<>();
        NavigableMap<Long, Path> segments = SegmentNames.list(folder);
        long position = 1;
        for (Path segment : segments.values()) {
            byte[] content = Files.readAllBytes(segment);
            int offset = 0;
            while (offset < content.length) {
                int bytes = RecordFrame.frameBytes(content, offset);
                frames.add(new Frame(segment, position++, offset, bytes));
                offset += bytes;
            }
        }
        return frames;
    }

    private record DamagedJournal(Path folder, List<Frame> frames) {

        void expectMissingEnd(long survivors) {
            try (FileJournal journal = openJournal(folder)) {
                assertThat(journal.damage().orElseThrow().kind()).isEqualTo(Kind.MISSING_END);
                assertThat(journal.opening().damage()).contains("ends before record " + (survivors + 1));
                assertThat(journal.opening().wasCut()).isFalse();
                assertThat(SampleRecords.readAndCheck(journal, 0)).isEqualTo(survivors);
            }
            expectLifeGoesOn(survivors);
        }

        void expectCut(long survivors, Kind kind, long wholeAfter) throws IOException {
            long before = totalBytes();
            byte[] all = concatenated(List.copyOf(SegmentNames.list(folder).values()));
            if (kind != Kind.TORN_TAIL) {
                JournalOptions shared =
                        SampleRecords.options(1 << 16, SEGMENT_BYTES).cuttingOnlyTornEnd();
                assertThatThrownBy(() -> FileJournal.open(folder, shared))
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                e -> assertThat(e.problem()).isInstanceOf(StoreProblem.JournalLost.class));
                assertThat(concatenated(List.copyOf(SegmentNames.list(folder).values())))
                        .isEqualTo(all);
            }
            try (FileJournal journal = openJournal(folder)) {
                assertThat(SampleRecords.readAndCheck(journal, 0)).isEqualTo(survivors);
                JournalDamage damage = journal.damage().orElseThrow();
                assertThat(damage.position()).isEqualTo(survivors + 1);
                assertThat(damage.kind()).isEqualTo(kind);
                assertThat(damage.wholeRecordsAfter()).isEqualTo(wholeAfter);
                assertThat(journal.opening().wasCut()).isTrue();
                assertThat(journal.opening().damage())
                        .contains("record " + (survivors + 1))
                        .contains(damage.cutBytes() + " bytes were set aside");
                assertThat(totalBytes()).isEqualTo(before);
                assertThat(concatenated(damage.setAside()))
                        .isEqualTo(Arrays.copyOfRange(all, all.length - (int) damage.cutBytes(), all.length));
            }
            expectLifeGoesOn(survivors);
        }

        private void expectLifeGoesOn(long survivors) {
            try (FileJournal journal = openJournal(folder)) {
                assertThat(journal.damage()).isEmpty();
                SampleRecords.append(journal, 30);
            }
            try (FileJournal journal = openJournal(folder)) {
                assertThat(journal.damage()).isEmpty();
                assertThat(SampleRecords.readAndCheck(journal, 0)).isEqualTo(survivors + 30);
            }
        }

        private long totalBytes() throws IOException {
            long bytes = 0;
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    bytes += file.getFileName().toString().startsWith("journal-") ? Files.size(file) : 0;
                }
            }
            return bytes;
        }

        private static byte[] concatenated(List<Path> files) throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (Path file : files) {
                all.write(Files.readAllBytes(file));
            }
            return all.toByteArray();
        }
    }
}
