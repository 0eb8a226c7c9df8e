package io.sextant.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.sextant.domain.journal.JournalOpening;
import io.sextant.domain.journal.RecordKind;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.FolderLocked;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {

    private static final int RING_BYTES = 1 << 16;
    private static final long SEGMENT_BYTES = 10_000;

    @TempDir
    Path folder;

    private FileJournal open() {
        return FileJournal.open(folder, SampleRecords.options(RING_BYTES, SEGMENT_BYTES));
    }

    @Test
    void givesBackWhatWasAppendedInOrder() {
        try (FileJournal journal = open()) {
            SampleRecords.append(journal, 5_000);
            journal.flush();

            assertThat(journal.durablePosition()).isEqualTo(5_000);
            assertThat(SampleRecords.readAndCheck(journal, 0)).isEqualTo(5_000);
            assertThat(SampleRecords.readAndCheck(journal, 4_321)).isEqualTo(679);
            assertThat(SampleRecords.readAndCheck(journal, 5_000)).isZero();
        }
    }

    @Test
    void goesOnWhereItStoppedWhenOpenedAgain() {
        for (int session = 0; session < 4; session++) {
            try (FileJournal journal = open()) {
                assertThat(journal.lastPosition()).isEqualTo(session * 700L);
                assertThat(journal.opening().records()).isEqualTo(session * 700L);
                assertThat(journal.opening().damage()).isEmpty();
                assertThat(SampleRecords.readAndCheck(journal, 0)).isEqualTo(session * 700L);
                SampleRecords.append(journal, 700);
            }
        }
    }

    @Test
    void beginsANewFileAtTheSegmentSize() throws IOException {
        try (FileJournal journal = open()) {
            SampleRecords.append(journal, 1_000);
        }

        assertThat(SegmentNames.list(folder)).hasSizeGreaterThan(10);
        Path last = SegmentNames.list(folder).lastEntry().getValue();
        for (Path segment : SegmentNames.list(folder).values()) {
            assertThat(Files.size(segment)).isBetween(segment.equals(last) ? 1 : SEGMENT_BYTES / 2, SEGMENT_BYTES);
        }
    }

    @Test
    void findsNothingInANewFolder() {
        try (FileJournal journal = open()) {
            assertThat(journal.opening()).isEqualTo(new JournalOpening(0, 0, 0, ""));
            assertThat(journal.lastPosition()).isZero();
            assertThat(SampleRecords.readAndCheck(journal, 0)).isZero();
        }
    }

    @Test
    void wakesListenersWithThePositionThatBecameDurable() throws InterruptedException {
        BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
        try (FileJournal journal = open()) {
            journal.onDurable(heard::add);
            SampleRecords.append(journal, 1);
            assertThat(heard.poll(120, TimeUnit.SECONDS)).isEqualTo(1);
            SampleRecords.append(journal, 500);
            journal.flush();
        }

        assertThat(List.copyOf(heard)).isNotEmpty().isSorted();
        assertThat(heard.stream().reduce((first, second) -> second)).hasValue(501L);
    }

    @Test
    void goesOnWhenAListenerThrows() {
        try (FileJournal journal = open()) {
            journal.onDurable(position -> {
                throw new IllegalStateException("listener of the test");
            });
            SampleRecords.append(journal, 100);
            journal.flush();

            assertThat(journal.failure()).isEmpty();
            assertThat(SampleRecords.readAndCheck(journal, 0)).isEqualTo(100);
        }
    }

    @Test
    void refusesASecondOpeningAndLeavesTheFolderAsItIs() throws IOException {
        try (FileJournal journal = open()) {
            SampleRecords.append(journal, 10);
            journal.flush();
            Path segment = SegmentNames.list(folder).firstEntry().getValue();
            byte[] before = Files.readAllBytes(segment);

            assertThatThrownBy(this::open)
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.problem()).isInstanceOf(FolderLocked.class))
                    .hasMessageContaining("Another Sextant (process "
                            + ProcessHandle.current().pid() + ") is using");
            assertThat(Files.readAllBytes(segment)).isEqualTo(before);
        }
        open().close();
    }

    @Test
    void takesTheLargestRecordAndRefusesALargerOne() {
        try (FileJournal journal = open()) {
            byte[] largest = new byte[RING_BYTES / 4];
            for (int i = 0; i < 50; i++) {
                journal.append(RecordKind.FACT, i, largest, largest.length);
            }
            journal.flush();
            int[] seen = {0};
            journal.read(0, (position, kind, sequence, payload, offset, length) -> {
                assertThat(length).isEqualTo(largest.length);
                seen[0]++;
            });
            assertThat(seen[0]).isEqualTo(50);

            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> journal.append(RecordKind.FACT, 1, new byte[largest.length + 1], largest.length + 1));
            assertThatIllegalArgumentException().isThrownBy(() -> journal.append(RecordKind.FACT, 1, new byte[3], 4));
        }
    }

    @Test
    void refusesToAppendOnceClosed() {
        FileJournal journal = open();
        SampleRecords.append(journal, 3);
        journal.close();
        journal.close();

        assertThatIllegalStateException().isThrownBy(() -> SampleRecords.append(journal, 1));
        assertThat(journal.durablePosition()).isEqualTo(3);
    }

    @Test
    void appendsWithoutAllocating() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long me = Thread.currentThread().threadId();
        byte[] payload = new byte[60];
        try (FileJournal journal = FileJournal.open(folder, SampleRecords.options(1 << 24, 1 << 26))) {
            appendMany(journal, payload, 20_000);
            long before = threads.getThreadAllocatedBytes(me);
            appendMany(journal, payload, 100_000);
            long allocated = threads.getThreadAllocatedBytes(me) - before;

            assertThat(allocated).isLessThan(10_000);
        }
    }

    private static void appendMany(FileJournal journal, byte[] payload, int count) {
        for (int i = 0; i < count; i++) {
            journal.append(RecordKind.FACT, i, payload, payload.length);
        }
    }

    @Test
    void tellsRecordsApartByTheirChecksum() {
        try (FileJournal journal = open()) {
            SampleRecords.append(journal, 300);
            journal.flush();

            assertThat(journal.findChecksum(0)).isEmpty();
            assertThat(journal.findChecksum(301)).isEmpty();
            assertThat(journal.findChecksum(299)).isPresent().isNotEqualTo(journal.findChecksum(300));
        }
    }

    @Test
    void findsAnyRecordOfAnyFileDirectly() {
        try (FileJournal journal = FileJournal.open(folder, SampleRecords.options(RING_BYTES, 300_000))) {
            SampleRecords.append(journal, 6_000);
            journal.flush();
            assertReadsFromAnywhere(journal);
        }
        try (FileJournal journal = FileJournal.open(folder, SampleRecords.options(RING_BYTES, 300_000))) {
            assertReadsFromAnywhere(journal);
        }
    }

    private static void assertReadsFromAnywhere(FileJournal journal) {
        for (long after = 0; after <= 6_000; after += 601) {
            assertThat(SampleRecords.readAndCheck(journal, after)).isEqualTo(6_000 - after);
        }
    }
}
