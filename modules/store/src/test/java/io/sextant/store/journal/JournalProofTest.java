package io.sextant.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.StateBytes;
import io.sextant.store.journal.ForgedJournal.Frame;
import io.sextant.store.journal.JournalProof.BadRecord;
import io.sextant.store.journal.JournalProof.Change;
import io.sextant.store.journal.JournalProof.Expected;
import io.sextant.store.journal.JournalProof.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

class JournalProofTest {

    @Test
    void beginsTheChainOfAnOldDeskAndSaysFromWhere() throws IOException {
        try (ForgedJournal journal = ForgedJournal.unchained(40)) {
            assertThat(journal.prove().verdict()).isEqualTo(Verdict.NOT_CHAINED);

            try (FileJournal opened = journal.open()) {
                assertThat(opened.damage()).isEmpty();
                assertThat(SampleRecords.readAndCheck(opened, 0)).isEqualTo(40);
                SampleRecords.append(opened, 10);
                opened.flush();
                assertThat(SampleRecords.readAndCheck(opened, 0)).isEqualTo(50);
            }
            journal.goOn(7);

            JournalProof proof = journal.prove();
            assertThat(proof.verdict()).isEqualTo(Verdict.WHOLE);
            assertThat(proof.records()).isEqualTo(57);
            assertThat(proof.firstChained()).isEqualTo(41);
            assertThat(proof.notes()).singleElement().asString().contains("Records 1 to 40", "with record 41");
        }
    }

    @Test
    void findsWhatWasDoneToOldRecordsAfterTheChainBegan() throws IOException {
        try (ForgedJournal journal = ForgedJournal.unchained(40)) {
            journal.goOn(10);
            journal.load();
            Frame old = journal.frames.get(12);
            old.bytes[24] ^= 1;
            old.makeChecksumAnew();
            journal.store();

            BadRecord bad = journal.prove().bad().orElseThrow();
            assertThat(bad.change()).isEqualTo(Change.CHANGED);
            assertThat(bad.detail()).contains("records 1 to 40", "after the chain began");
        }
    }

    @Test
    void doesNotTakeARecordWithoutALinkOnceTheChainBegan() throws IOException {
        try (ForgedJournal journal = ForgedJournal.unchained(40);
                ForgedJournal other = ForgedJournal.unchained(45)) {
            journal.goOn(5);
            Files.delete(SegmentNames.pathOf(journal.folder, 1));
            Files.copy(SegmentNames.pathOf(other.folder, 1), SegmentNames.pathOf(journal.folder, 1));

            BadRecord bad = journal.prove().bad().orElseThrow();
            assertThat(bad.change()).isEqualTo(Change.INSERTED);
            assertThat(bad.position()).isEqualTo(41);
        }
    }

    @Test
    void saysThatNothingVouchesForTheEndWithoutTheChainsFile() throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(30)) {
            Files.delete(ChainFile.pathIn(journal.folder));
            assertThat(journal.prove().verdict()).isEqualTo(Verdict.NOT_ANCHORED);

            journal.goOn(4);
            JournalProof proof = journal.prove();
            assertThat(proof.verdict()).isEqualTo(Verdict.WHOLE);
            assertThat(proof.notes()).singleElement().asString().contains("missing when record 31 was written");
        }
    }

    @Test
    void setsAnUnreadableChainsFileAside() throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(30)) {
            Files.write(ChainFile.pathIn(journal.folder), new byte[500]);
            assertThat(journal.prove().verdict()).isEqualTo(Verdict.NOT_ANCHORED);

            journal.goOn(4);
            assertThat(journal.prove().verdict()).isEqualTo(Verdict.WHOLE);
            assertThat(journal.folder.resolve(ChainFile.NAME + ".damaged-1")).exists();
        }
    }

    @Test
    void remembersWhatAnOpeningCutOff() throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(30)) {
            journal.frames.subList(25, 30).clear();
            journal.store();
            journal.deleteEmptySegments();
            assertThat(journal.prove().bad().orElseThrow().change()).isEqualTo(Change.REMOVED);

            try (FileJournal opened = journal.open()) {
                assertThat(opened.opening().damage()).contains("ends before record 26", "record 30 was on the disk");
                SampleRecords.append(opened, 9);
            }
            JournalProof proof = journal.prove();
            assertThat(proof.verdict()).isEqualTo(Verdict.WHOLE);
            assertThat(proof.records()).isEqualTo(34);
            assertThat(proof.notes()).singleElement().asString().contains("records 26 to 30", "after record 25");
        }
    }

    @Test
    void comparesWithALinkThatSomebodyWroteDown() throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(30)) {
            JournalProof before = journal.prove();
            Expected writtenDown = Expected.parse("30:" + before.link());
            journal.goOn(10);
            assertThat(journal.prove(writtenDown).verdict()).isEqualTo(Verdict.WHOLE);

            // Somebody with access to everything: other records, a chain and a file that fit them.
            Path copy = Files.createTempDirectory("sextant-again");
            try (FileJournal again = FileJournal.open(copy, SampleRecords.options(1 << 14, 1 << 20))) {
                SampleRecords.append(again, 39);
                again.append(RecordKind.FACT, 1, new byte[1], 1);
            }
            assertThat(JournalProof.of(copy, java.util.List.of()).verdict()).isEqualTo(Verdict.WHOLE);
            Expected wrong =
                    Expected.parse("30:" + before.link().replace('0', '1').replace('2', '3'));
            BadRecord bad = journal.prove(wrong).bad().orElseThrow();
            assertThat(bad.change()).isEqualTo(Change.REWRITTEN);
            assertThat(bad.position()).isEqualTo(30);
        }
    }

    @Test
    void refusesATextThatIsNoLink() {
        assertThatIllegalArgumentException().isThrownBy(() -> Expected.parse("30"));
        assertThatIllegalArgumentException().isThrownBy(() -> Expected.parse("30:abcd"));
        assertThatIllegalArgumentException().isThrownBy(() -> Expected.parse("x:" + "0".repeat(64)));
    }

    @Test
    void tellsWhatTheBadRecordIs() throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(0)) {
            try (FileJournal opened = journal.open()) {
                for (long position = 1; position <= 3; position++) {
                    StateBytes bytes = new StateBytes();
                    EventCodec.write(bytes, new KillSwitchChanged(position, 1_000 * position, true, "test"));
                    opened.append(RecordKind.FACT, position * 10, bytes.array(), bytes.size());
                }
            }
            journal.load();
            Frame hit = journal.frames.get(1);
            hit.bytes[RecordFrame.HEADER_BYTES + 7] ^= 2;
            hit.makeChecksumAnew();
            journal.store();

            BadRecord bad = journal.prove().bad().orElseThrow();
            assertThat(bad.what()).isEqualTo("fact: kill switch changed");
            assertThat(bad.sequence()).isEqualTo(20);
            assertThat(bad.isItsOwn()).isTrue();
            assertThat(bad.offset()).isEqualTo(journal.frames.getFirst().bytes.length);

            journal.frames.remove(1);
            journal.store();
            BadRecord gone = journal.prove().bad().orElseThrow();
            assertThat(gone.isItsOwn()).isFalse();
            assertThat(gone.timeNanos()).isEqualTo(1_000);
        }
    }

    @Test
    void provesAnEmptyJournal() throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(0)) {
            assertThat(journal.prove().verdict()).isEqualTo(Verdict.EMPTY);
            Files.write(SegmentNames.pathOf(journal.folder, 1), new byte[20], StandardOpenOption.APPEND);
            assertThat(journal.prove().verdict()).isEqualTo(Verdict.TORN_TAIL);
        }
    }
}
