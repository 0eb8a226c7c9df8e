package io.sextant.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.journal.RecordKind;
import io.sextant.store.journal.ForgedJournal.Frame;
import io.sextant.store.journal.JournalProof.BadRecord;
import io.sextant.store.journal.JournalProof.Change;
import io.sextant.store.journal.JournalProof.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Market records share links: which ones, what the proof says of them, and what a crash in the middle of them leaves. */
class JournalGroupsTest {

    private static final int FACT_EVERY = 97;
    private static final long ONE_SEGMENT = 1 << 20;

    @Test
    void closesAGroupByCountBeforeAFactAndAtTheEndOfAWriteAndOfASegment() throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(0)) {
            journal.goOnInOneWrite(1_000, 400, 20_000);

            int open = 0;
            int closedByCount = 0;
            int endsOfWrites = 0;
            for (int i = 0; i < journal.frames.size(); i++) {
                byte[] frame = journal.frames.get(i).bytes;
                boolean market = RecordFrame.kind(frame, 0) == RecordKind.MARKET.number();
                if (RecordFrame.isGrouped(frame, 0)) {
                    open++;
                    assertThat(market).isTrue();
                    assertThat(open).isLessThan(JournalWriter.GROUP_RECORDS);
                    continue;
                }
                assertThat(RecordFrame.isClosing(frame, 0)).isEqualTo(open > 0);
                assertThat(market || open == 0)
                        .as("a fact has a link of its own")
                        .isTrue();
                closedByCount += open == JournalWriter.GROUP_RECORDS - 1 ? 1 : 0;
                boolean hadTo = i + 1 < journal.frames.size()
                        && (!market
                                || open == JournalWriter.GROUP_RECORDS - 1
                                || !journal.frames.get(i + 1).segment.equals(journal.frames.get(i).segment)
                                || RecordFrame.kind(journal.frames.get(i + 1).bytes, 0) == RecordKind.FACT.number());
                endsOfWrites += hadTo ? 0 : 1;
                open = 0;
            }
            assertThat(open).isZero();
            assertThat(closedByCount).isPositive();
            assertThat(endsOfWrites)
                    .as("one write before the disk hung, one after")
                    .isBetween(1, 2);
            assertThat(SegmentNames.list(journal.folder)).hasSizeGreaterThan(3);
            JournalProof proof = journal.prove();
            assertThat(proof.verdict()).isEqualTo(Verdict.WHOLE);
            assertThat(proof.linked()).isEqualTo(1_000);
        }
    }

    @Test
    void namesTheFirstOfTheRecordsThatShareABrokenLinkAndSaysSo() throws IOException {
        try (ForgedJournal journal = grouped()) {
            int first = firstGroupOfAtLeast(journal, 10);
            int last = lastOfGroup(journal, first);
            Frame hit = journal.frames.get(first + 6);
            hit.bytes[hit.bytes.length - 1] ^= 4;
            hit.makeChecksumAnew();
            journal.store();

            BadRecord bad = journal.prove().bad().orElseThrow();
            assertThat(bad.change()).isEqualTo(Change.CHANGED);
            assertThat(bad.position()).isEqualTo(first + 1);
            assertThat(bad.isItsOwn()).isTrue();
            assertThat(bad.sequence()).isEqualTo(first + 1);
            assertThat(bad.detail()).contains("records " + (first + 1) + " to " + (last + 1) + " share one link");
            assertThat(journal.prove().records()).isEqualTo(first);
        }
    }

    @Test
    void namesADamagedRecordOfAGroupExactly() throws IOException {
        try (ForgedJournal journal = grouped()) {
            int first = firstGroupOfAtLeast(journal, 10);
            Frame hit = journal.frames.get(first + 6);
            hit.bytes[hit.bytes.length - 1] ^= 4;
            journal.store();

            assertThat(journal.prove().bad().orElseThrow().position()).isEqualTo(first + 7);
        }
    }

    @Test
    void noticesThatTheLinksOfGroupsWereTakenAway() throws IOException {
        try (ForgedJournal journal = grouped()) {
            int last = lastOfGroup(journal, firstGroupOfAtLeast(journal, 10));
            for (int i = last; i < journal.frames.size(); i++) {
                journal.frames.set(i, withoutLink(journal.frames.get(i)));
            }
            journal.store();

            BadRecord bad = journal.prove().bad().orElseThrow();
            assertThat(bad.change()).isEqualTo(Change.REWRITTEN);
            assertThat(bad.detail()).contains("carries no link, though the one it had was anchored");
        }
    }

    @Test
    void takesNoLinkThatLeavesAnOpenGroupOut() throws IOException {
        try (ForgedJournal journal = grouped()) {
            int first = firstGroupOfAtLeast(journal, 10);
            int last = lastOfGroup(journal, first);
            Frame closing = journal.frames.get(last);
            HashChain chain = HashChain.beginning(RecordFrame.salt(closing.bytes, 0));
            journal.frames.subList(0, first).forEach(frame -> chain.pass(frame.bytes, 0));
            mark(closing.bytes, RecordFrame.MARK);
            chain.seal(closing.bytes, 0);
            closing.makeChecksumAnew();
            journal.store();

            assertThat(journal.prove().bad().orElseThrow().position()).isEqualTo(first + 1);
        }
    }

    @Test
    void goesOnWithAGroupThatACrashLeftOpen() throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(0)) {
            crashInAGroup(journal, new byte[0]);
            int kept = journal.frames.size();

            JournalProof left = journal.prove();
            assertThat(left.verdict()).isEqualTo(Verdict.WHOLE);
            assertThat(left.records()).isEqualTo(kept);
            assertThat(left.linked()).isLessThan(kept);
            assertThat(left.notes())
                    .singleElement()
                    .asString()
                    .contains("Records " + (left.linked() + 1) + " to " + kept + " stand behind the last link");

            for (int session = 0; session < 2; session++) {
                try (FileJournal opened = FileJournal.open(journal.folder, SampleRecords.options(1 << 20, 20_000))) {
                    assertThat(opened.damage()).isEmpty();
                    assertThat(opened.lastPosition()).isEqualTo(kept + session);
                    opened.append(RecordKind.COMMAND, 5_000, new byte[3], 3);
                }
            }
            JournalProof proof = journal.prove();
            assertThat(proof.verdict()).isEqualTo(Verdict.WHOLE);
            assertThat(proof.linked()).isEqualTo(kept + 2);
            assertThat(proof.notes()).isEmpty();

            journal.load();
            Frame hit = journal.frames.get(kept - 2);
            hit.bytes[24] ^= 1;
            hit.makeChecksumAnew();
            journal.store();
            assertThat(journal.prove().bad().orElseThrow().position()).isEqualTo(left.linked() + 1);
        }
    }

    @Test
    void cutsATornRecordOfAnOpenGroupAndKeepsThoseBefore() throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(0)) {
            crashInAGroup(journal, new byte[21]);
            int kept = journal.frames.size();

            assertThat(journal.prove().verdict()).isEqualTo(Verdict.TORN_TAIL);
            try (FileJournal opened = journal.open()) {
                assertThat(opened.damage().orElseThrow().kind()).isEqualTo(JournalDamage.Kind.TORN_TAIL);
                assertThat(opened.lastPosition()).isEqualTo(kept);
                opened.append(RecordKind.MARKET, 5_000, new byte[3], 3);
            }
            assertThat(journal.prove().verdict()).isEqualTo(Verdict.WHOLE);
            assertThat(journal.prove().linked()).isEqualTo(kept + 1);
        }
    }

    @Test
    void beginsAChainAnewBehindAnOpenGroupWithoutTheChainsFile() throws IOException {
        try (ForgedJournal journal = ForgedJournal.written(0)) {
            crashInAGroup(journal, new byte[0]);
            Files.delete(ChainFile.pathIn(journal.folder));
            journal.goOn(30);

            assertThat(journal.prove().verdict()).isEqualTo(Verdict.WHOLE);
        }
    }

    @Test
    void keepsTheAnchorsOfACutThatLeavesAGroupOpen() throws IOException {
        try (ForgedJournal journal = grouped()) {
            int cut = firstGroupOfAtLeast(journal, 10) + 6;
            journal.frames.subList(cut, journal.frames.size()).clear();
            journal.store();

            try (FileJournal opened = FileJournal.open(journal.folder, SampleRecords.options(1 << 20, ONE_SEGMENT))) {
                assertThat(opened.damage().orElseThrow().kind()).isEqualTo(JournalDamage.Kind.MISSING_END);
            }
            JournalProof proof = journal.prove();
            assertThat(proof.verdict()).isEqualTo(Verdict.WHOLE);
            assertThat(proof.records()).isEqualTo(cut);
            assertThat(proof.linked()).isEqualTo(cut - 6);
            journal.goOn(40);
            assertThat(journal.prove().verdict()).isEqualTo(Verdict.WHOLE);
        }
    }

    private static ForgedJournal grouped() throws IOException {
        ForgedJournal journal = ForgedJournal.written(0);
        journal.goOnInOneWrite(500, FACT_EVERY, ONE_SEGMENT);
        return journal;
    }

    /** What lies on the disk when a write was broken off: later records than the anchors know of. */
    private static void crashInAGroup(ForgedJournal journal, byte[] torn) throws IOException {
        journal.goOnInOneWrite(200, FACT_EVERY, ONE_SEGMENT);
        byte[] anchors = Files.readAllBytes(ChainFile.pathIn(journal.folder));
        int before = journal.frames.size();
        journal.goOnInOneWrite(200, FACT_EVERY, ONE_SEGMENT);
        int kept = before + 40;
        assertThat(RecordFrame.isGrouped(journal.frames.get(kept - 1).bytes, 0)).isTrue();
        journal.frames.subList(kept, journal.frames.size()).clear();
        journal.store();
        Path last = SegmentNames.list(journal.folder).lastEntry().getValue();
        Files.write(last, torn, StandardOpenOption.APPEND);
        Files.write(ChainFile.pathIn(journal.folder), anchors);
    }

    private static int firstGroupOfAtLeast(ForgedJournal journal, int records) {
        for (int i = 1; i < journal.frames.size(); i++) {
            if (journal.firstOfGroup(i) == i && lastOfGroup(journal, i) - i + 1 >= records) {
                return i;
            }
        }
        throw new AssertionError("no group of " + records + " records");
    }

    private static int lastOfGroup(ForgedJournal journal, int first) {
        int last = first;
        while (RecordFrame.isGrouped(journal.frames.get(last).bytes, 0)) {
            last++;
        }
        return last;
    }

    private static Frame withoutLink(Frame frame) {
        if (!RecordFrame.isLinked(frame.bytes, 0)) {
            return frame;
        }
        byte[] shorter = Arrays.copyOf(frame.bytes, frame.bytes.length - RecordFrame.LINK_BYTES);
        int header = RecordFrame.HEADER_BYTES;
        System.arraycopy(frame.bytes, header, shorter, RecordFrame.LINKLESS_HEADER_BYTES, frame.bytes.length - header);
        mark(shorter, RecordFrame.GROUPED_MARK);
        Frame without = new Frame(frame.segment, shorter);
        without.makeChecksumAnew();
        return without;
    }

    private static void mark(byte[] frame, int mark) {
        ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).putInt(0, mark);
    }
}
