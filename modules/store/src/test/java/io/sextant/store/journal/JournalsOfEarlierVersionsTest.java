package io.sextant.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.journal.RecordKind;
import io.sextant.store.journal.JournalProof.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals as desks have them, kept as files: what is in them is read, proven and gone on with. */
class JournalsOfEarlierVersionsTest {

    @TempDir
    Path folder;

    @Test
    void goesOnWithAJournalWhoseRecordsAllHaveLinks() throws IOException {
        copy(
                "chained-one-by-one",
                "journal-0000000000000000001.seg",
                "journal-0000000000000000024.seg",
                "journal-0000000000000000045.seg",
                ChainFile.NAME);
        proves(65, "4d780428bd1f905fb6b7cdc41c8fc4dc5fccb5450ecd055b3041186ffcc34b99");

        try (FileJournal journal = FileJournal.open(folder, SampleRecords.options(1 << 20, 1 << 20))) {
            assertThat(journal.damage()).isEmpty();
            assertThat(readAll(journal, position -> 1 + (int) (position % 5))).isEqualTo(65);
            SampleRecords.append(journal, 300);
        }
        JournalProof proof = JournalProof.of(folder, List.of());
        assertThat(proof.verdict()).isEqualTo(Verdict.WHOLE);
        assertThat(proof.records()).isEqualTo(365);
        assertThat(proof.notes()).isEmpty();
    }

    @Test
    void readsAJournalWhoseMarketRecordsShareLinks() throws IOException {
        copy("chained-in-groups", "journal-0000000000000000001.seg", ChainFile.NAME);
        proves(60, "1d58dd75c156f3873d395a08446774fc35bbb1839e550a06e51d3fdaa197b69b");

        try (FileJournal journal = FileJournal.open(folder, SampleRecords.options(1 << 20, 1 << 20))) {
            assertThat(journal.damage()).isEmpty();
            assertThat(readAll(journal, position -> position % 25 == 0 ? 2 : 3)).isEqualTo(60);
        }
    }

    private void proves(long records, String link) throws IOException {
        JournalProof proof = JournalProof.of(folder, List.of());
        assertThat(proof.verdict()).isEqualTo(Verdict.WHOLE);
        assertThat(proof.records()).isEqualTo(records).isEqualTo(proof.linked()).isEqualTo(proof.anchoredTo());
        assertThat(proof.link()).isEqualTo(link);
    }

    private interface KindAt {
        int number(long position);
    }

    private static long readAll(FileJournal journal, KindAt kinds) {
        long[] last = {0};
        journal.read(0, (position, kind, sequence, payload, offset, length) -> {
            assertThat(position).isEqualTo(++last[0]);
            assertThat(kind).isEqualTo(RecordKind.of(kinds.number(position)));
            assertThat(Arrays.copyOfRange(payload, offset, offset + length)).isEqualTo(SampleRecords.payload(position));
        });
        return last[0];
    }

    private void copy(String sample, String... files) throws IOException {
        for (String file : files) {
            try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(sample + "/" + file))) {
                Files.copy(in, folder.resolve(file));
            }
        }
    }
}
