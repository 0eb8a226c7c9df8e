package io.sextant.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SeededRandom;
import io.sextant.store.journal.ForgedJournal.Frame;
import io.sextant.store.journal.JournalProof.Change;
import io.sextant.store.journal.JournalProof.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Whatever was done to the files, the proof finds it, and names the first record that is not as it was written. */
class JournalProofProperties {

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void provesWhatWasWritten(
            @ForAll @IntRange(min = 1, max = 60) int first, @ForAll @IntRange(min = 0, max = 40) int second)
            throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(first, second)) {
            JournalProof proof = journal.prove();

            assertThat(proof.verdict()).isEqualTo(Verdict.WHOLE);
            assertThat(proof.records()).isEqualTo(first + second).isEqualTo(proof.anchoredTo());
            assertThat(proof.firstChained()).isEqualTo(1);
            assertThat(proof.notes()).isEmpty();
            assertThat(journal.prove(JournalProof.Expected.parse(proof.records() + ":" + proof.link()))
                            .isProven())
                    .isTrue();
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void findsAFlippedBit(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int records) throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(records)) {
            SeededRandom random = new SeededRandom(seed);
            Frame hit = journal.frames.get(random.nextInt(records));
            long position = hit.position();
            flip(hit, random.nextInt(hit.bytes.length), random);
            journal.store();

            expect(journal.prove(), Change.CHANGED, position, hit.segment);
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void findsAChangeWhoseChecksumWasMadeAnew(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int records)
            throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(records)) {
            SeededRandom random = new SeededRandom(seed);
            int index = random.nextInt(records);
            Frame hit = journal.frames.get(index);
            int header = RecordFrame.headerBytes(hit.bytes, 0);
            int at = hit.bytes.length == header || random.nextInt(4) == 0
                    ? 24 + random.nextInt(header - 24)
                    : header + random.nextInt(hit.bytes.length - header);
            flip(hit, at, random);
            hit.makeChecksumAnew();
            journal.store();

            Frame first = journal.frames.get(journal.firstOfGroup(index));
            expect(journal.prove(), Change.CHANGED, first.position(), first.segment);
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void findsRemovedRecords(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int records) throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(records)) {
            SeededRandom random = new SeededRandom(seed);
            int from = random.nextInt(records);
            int to = from + 1 + random.nextInt(Math.min(5, records - from));
            journal.frames.subList(from, to).clear();
            journal.store();

            JournalProof proof = journal.prove();
            assertThat(proof.verdict()).isEqualTo(Verdict.NOT_WHOLE);
            assertThat(proof.bad().orElseThrow().change()).isEqualTo(Change.REMOVED);
            assertThat(proof.bad().orElseThrow().position()).isEqualTo(from + 1);
            assertThat(proof.records()).isEqualTo(from);
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void findsSwappedRecords(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int records) throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(records)) {
            SeededRandom random = new SeededRandom(seed);
            int one = random.nextInt(records - 1);
            int other = one + 1 + random.nextInt(records - one - 1);
            Frame first = journal.frames.get(one);
            Frame second = journal.frames.get(other);
            journal.frames.set(one, new Frame(first.segment, second.bytes));
            journal.frames.set(other, new Frame(second.segment, first.bytes));
            journal.store();

            expect(journal.prove(), Change.REORDERED, one + 1, first.segment);
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void findsARecordThatWasPutInASecondTime(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int records)
            throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(records)) {
            SeededRandom random = new SeededRandom(seed);
            int copied = random.nextInt(records);
            int behind = copied + random.nextInt(records - copied);
            Frame place = journal.frames.get(behind);
            journal.frames.add(
                    behind + 1,
                    new Frame(place.segment, journal.frames.get(copied).bytes.clone()));
            journal.store();

            expect(journal.prove(), Change.INSERTED, behind + 2, place.segment);
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void findsARecordOfAnotherJournal(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int records)
            throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(records)) {
            Frame hit = journal.frames.get(new SeededRandom(seed).nextInt(records));
            hit.bytes[13] ^= 1;
            hit.makeChecksumAnew();
            journal.store();

            JournalProof proof = journal.prove();
            assertThat(proof.verdict()).isEqualTo(Verdict.NOT_WHOLE);
            // With the first record's salt changed it is the others that are foreign, were its own link not broken.
            assertThat(proof.bad().orElseThrow().position()).isEqualTo(hit.position());
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void findsAChainThatWasMadeAnew(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int records)
            throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(records)) {
            SeededRandom random = new SeededRandom(seed);
            int index = random.nextInt(records);
            flip(journal.frames.get(index), 24, random);
            journal.chainAnewFrom(index);
            journal.store();

            JournalProof proof = journal.prove();
            assertThat(proof.verdict()).isEqualTo(Verdict.NOT_WHOLE);
            assertThat(proof.bad().orElseThrow().change()).isEqualTo(Change.REWRITTEN);
            assertThat(proof.bad().orElseThrow().position())
                    .isBetween(journal.firstOfGroup(index) + 1L, (long) records);
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void findsACutThroughWhatWasOnTheDisk(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int records)
            throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(records)) {
            SeededRandom random = new SeededRandom(seed);
            Path last = SegmentNames.list(journal.folder).lastEntry().getValue();
            byte[] content = Files.readAllBytes(last);
            Files.write(last, java.util.Arrays.copyOf(content, random.nextInt(content.length)));

            JournalProof proof = journal.prove();
            assertThat(proof.verdict()).isEqualTo(Verdict.NOT_WHOLE);
            assertThat(proof.bad().orElseThrow().position()).isEqualTo(proof.records() + 1);
            assertThat(proof.bad().orElseThrow().change()).isIn(Change.REMOVED, Change.CHANGED);
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void tellsATornWriteFromTampering(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int records)
            throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(records)) {
            SeededRandom random = new SeededRandom(seed);
            byte[] torn = new byte[1 + random.nextInt(300)];
            random.nextBytes(torn);
            Path last = SegmentNames.list(journal.folder).lastEntry().getValue();
            Files.write(last, torn, StandardOpenOption.APPEND);

            JournalProof proof = journal.prove();
            assertThat(proof.verdict()).isEqualTo(Verdict.TORN_TAIL);
            assertThat(proof.isProven()).isTrue();
            assertThat(proof.tornTail().orElseThrow().bytes()).isEqualTo(torn.length);

            journal.goOn(5);
            assertThat(journal.prove().verdict()).isEqualTo(Verdict.WHOLE);
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void findsAnyOrderThatIsNotTheWrittenOne(@ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int records)
            throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(records)) {
            Path only = journal.frames.getFirst().segment;
            java.util.List<Frame> mixed = new java.util.ArrayList<>(journal.frames.stream()
                    .filter(frame -> frame.segment.equals(only))
                    .toList());
            if (mixed.size() < 2) {
                return;
            }
            int turn = 1 + new SeededRandom(seed).nextInt(mixed.size() - 1);
            Collections.rotate(mixed, turn);
            mixed.addAll(journal.frames.subList(mixed.size(), records));
            journal.frames.clear();
            journal.frames.addAll(mixed);
            journal.store();

            assertThat(journal.prove().bad().orElseThrow().position()).isEqualTo(1);
        }
    }

    private static void flip(Frame frame, int at, SeededRandom random) {
        frame.bytes[at] ^= (byte) (1 << random.nextInt(8));
    }

    private static void expect(JournalProof proof, Change change, long position, Path segment) {
        assertThat(proof.verdict()).isEqualTo(Verdict.NOT_WHOLE);
        assertThat(proof.isProven()).isFalse();
        JournalProof.BadRecord bad = proof.bad().orElseThrow();
        assertThat(bad.change()).as(bad.detail()).isEqualTo(change);
        assertThat(bad.position()).isEqualTo(position);
        assertThat(bad.segment()).isEqualTo(segment);
        assertThat(proof.records()).isEqualTo(position - 1);
    }
}
