package io.sextant.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.time.SeededRandom;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalKillTest {

    private static final int KILLS = Math.max(3, Integer.getInteger("sextant.kills", 50) / 20);

    @TempDir
    Path folder;

    @Test
    @Tag("scaled")
    void losesNothingAcknowledgedWhenItsProcessIsKilled() throws IOException, InterruptedException {
        SeededRandom random = new SeededRandom(9);
        long acknowledgedEver = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = runAndKill(kill, 1 + random.nextInt(300));
            assertThat(acknowledged).isGreaterThan(acknowledgedEver);

            try (FileJournal journal = FileJournal.open(folder, SampleRecords.options(1 << 16, 100_000))) {
                assertThat(journal.lastPosition()).isGreaterThanOrEqualTo(acknowledged);
                assertThat(SampleRecords.readAndCheck(journal, acknowledgedEver))
                        .isEqualTo(journal.lastPosition() - acknowledgedEver);
                acknowledgedEver = journal.lastPosition();
            }
        }
    }

    /** Kills after so many acknowledgements; returns the last one that came out of the process. */
    private long runAndKill(int seed, int acknowledgementsBefore) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(seed))
                .redirectError(Redirect.INHERIT)
                .start();
        long last = 0;
        try (DataInputStream acknowledgements = new DataInputStream(process.getInputStream())) {
            for (int i = 0; i < acknowledgementsBefore; i++) {
                last = acknowledgements.readLong();
            }
            assertThatThrownBy(() -> FileJournal.open(folder, SampleRecords.options(1 << 16, 100_000)))
                    .hasMessageContaining("Another Sextant (process " + process.pid() + ") is using");
            // Not process.destroyForcibly(), which would close the pipe with what is still in it.
            process.toHandle().destroyForcibly();
            while (true) {
                last = acknowledgements.readLong();
            }
        } catch (EOFException processEnded) {
            process.waitFor();
            return last;
        }
    }
}
