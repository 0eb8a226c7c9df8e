package io.sextant.store.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.journal.SnapshotStore.Snapshot;
import io.sextant.domain.time.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSnapshotsTest {

    @TempDir
    Path folder;

    private FileSnapshots snapshots;

    @BeforeEach
    void open() {
        snapshots = FileSnapshots.open(folder);
    }

    private static Snapshot snapshot(long position) {
        byte[] state = new byte[(int) position * 10];
        new SeededRandom(position).nextBytes(state);
        return new Snapshot(position, position * 7, state);
    }

    private void assertNewestIs(long expectedPosition, long journalPosition) {
        Snapshot found = snapshots.findNewest(journalPosition, any -> true).orElseThrow();
        assertThat(found.journalPosition()).isEqualTo(expectedPosition);
        assertThat(found.sequence()).isEqualTo(expectedPosition * 7);
        assertThat(found.state()).isEqualTo(snapshot(expectedPosition).state());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void findsNothingInAnEmptyFolder() {
        assertThat(snapshots.findNewest(Long.MAX_VALUE, any -> true)).isEmpty();
    }

    @Test
    void keepsTheNewestThree() throws IOException {
        for (long position : List.of(0L, 5L, 12L, 33L, 40L)) {
            snapshots.save(snapshot(position));
            assertNewestIs(position, position);
        }

        assertThat(names())
                .containsExactly(
                        "snapshot-0000000000000000012.state",
                        "snapshot-0000000000000000033.state",
                        "snapshot-0000000000000000040.state");
    }

    @Test
    void passesOverWhatItsReaderCannotReadAndLeavesItThere() throws IOException {
        snapshots.save(snapshot(10));
        snapshots.save(snapshot(20));

        assertThat(snapshots.findNewest(25, snapshot -> snapshot.journalPosition() < 20))
                .hasValueSatisfying(found -> assertThat(found.journalPosition()).isEqualTo(10));
        assertThat(names()).contains("snapshot-0000000000000000020.state");
        assertThat(snapshots.findings()).isEmpty();
    }

    @Test
    void neverAgainUsesOneThatWasAheadOfTheJournal() throws IOException {
        snapshots.save(snapshot(10));
        snapshots.save(snapshot(20));

        assertNewestIs(10, 19);
        assertNewestIs(10, 25);
        assertThat(names()).contains("snapshot-0000000000000000020.state.ahead-1");
        assertThat(snapshots.findings()).singleElement().asString().contains("the journal ends at 19");
    }

    @Test
    void passesOverADamagedOneWhereverTheBitFlipped() throws IOException {
        SeededRandom random = new SeededRandom(4);
        for (int round = 1; round <= 100; round++) {
            snapshots.save(snapshot(10));
            snapshots.save(snapshot(20));
            Path newest = folder.resolve("snapshot-0000000000000000020.state");
            byte[] content = Files.readAllBytes(newest);
            content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(newest, content);

            assertNewestIs(10, 30);
            assertThat(snapshots.findings()).hasSize(round).last().asString().contains("is not whole");
            assertThat(folder.resolve("snapshot-0000000000000000020.state.damaged-" + round))
                    .hasBinaryContent(content);
        }
    }

    @Test
    void passesOverATruncatedOneAndAForeignFile() throws IOException {
        snapshots.save(snapshot(10));
        snapshots.save(snapshot(20));
        Path newest = folder.resolve("snapshot-0000000000000000020.state");
        for (int kept : new int[] {0, 7, 31, 100}) {
            byte[] content = SnapshotFile.encode(snapshot(20));
            Files.write(newest, Arrays.copyOf(content, kept));
            assertNewestIs(10, 30);
        }
        Files.write(newest, SnapshotFile.encode(snapshot(19)));
        assertNewestIs(10, 30);
    }

    @Test
    void doesNotMistakeAnUnfinishedOneForASnapshot() throws IOException {
        snapshots.save(snapshot(10));
        Files.write(folder.resolve("snapshot-0000000000000000020.state.unfinished"), new byte[50]);

        assertNewestIs(10, 30);
        snapshots.save(snapshot(20));
        assertNewestIs(20, 30);
    }
}
