package io.sextant.store.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.store.SextantStore;
import io.sextant.store.database.Database;
import io.sextant.store.database.StorePlace;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import io.sextant.store.problem.StoreProblem.FolderLocked;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreKillTest {

    private static final int KILLS = Math.max(2, Integer.getInteger("sextant.kills", 50) / 100);

    @TempDir
    Path folder;

    @Test
    @Tag("scaled")
    void catchesUpToTheJournalAfterItsProcessWasKilled() throws IOException, InterruptedException {
        SeededRandom random = new SeededRandom(77);
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = runAndKill(kill, 1 + random.nextInt(10));
            try (SextantStore store = SextantStore.open(folder, Pause.PARK, random)) {
                assertThat(store.journal().lastPosition()).isGreaterThanOrEqualTo(acknowledged);
                assertThat(store.findings())
                        .as("what the kill cut off in the middle is set aside; nothing else may be amiss")
                        .allSatisfy(finding -> assertThat(finding)
                                .startsWith("The journal ends in a record that is not whole")
                                .contains("set aside"));
            }
            Map<String, List<String>> caughtUp = dump();
            try (SextantStore store = SextantStore.open(folder, Pause.PARK, random)) {
                store.rebuildTables(at -> {});
            }
            assertThat(dump().equals(caughtUp)).isTrue();
        }
    }

    private Map<String, List<String>> dump() {
        try (Database tables = Database.open(StorePlace.inFolder(folder), Content.TABLES)) {
            return TableDump.of(tables);
        }
    }

    private long runAndKill(int seed, int acknowledgementsBefore) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LivingProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(seed))
                .redirectError(Redirect.INHERIT)
                .start();
        long last = 0;
        try (DataInputStream acknowledgements = new DataInputStream(process.getInputStream())) {
            for (int i = 0; i < acknowledgementsBefore; i++) {
                last = acknowledgements.readLong();
            }
            assertThatThrownBy(() -> SextantStore.open(folder, Pause.PARK, new SeededRandom(1)))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.problem()).isInstanceOf(FolderLocked.class))
                    .hasMessageContaining("process " + process.pid());
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
