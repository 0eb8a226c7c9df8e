package io.sextant.store.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.SnapshotStore.Snapshot;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.store.SextantStore;
import io.sextant.store.database.Database;
import io.sextant.store.database.StorePlace;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import io.sextant.store.problem.StoreProblem.FolderLocked;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only files can suffer. */
class DamagedFilesTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");

    @TempDir
    Path folder;

    private SextantStore open() {
        return SextantStore.open(folder, Pause.PARK, new SeededRandom(1));
    }

    private SextantStore openAnew() {
        return SextantStore.rebuildFromJournal(folder, StorePlace.inFolder(folder), Pause.PARK, new SeededRandom(1));
    }

    private void live() {
        try (SextantStore store = open()) {
            new SampleDesk(store.journal(), 8).live(1_500);
            store.snapshots().save(new Snapshot(store.journal().lastPosition(), 5, new byte[10]));
            store.bars()
                    .append(
                            BTC,
                            Timeframe.M1,
                            new BarSeriesBuilder()
                                    .add(60_000_000_000L, 1, 3, 1, 2, 9)
                                    .build());
        }
    }

    private Map<String, List<String>> dump() {
        try (Database tables = Database.open(StorePlace.inFolder(folder), Content.TABLES)) {
            return TableDump.of(tables);
        }
    }

    private StoreProblem problemOfOpening() {
        try (SextantStore store = open()) {
            throw new AssertionError("it opened, with " + store.findings());
        } catch (StoreException e) {
            assertThat(e).hasMessage(e.problem().sentence());
            return e.problem();
        }
    }

    @Test
    void leavesADamagedDatabaseAloneUntilToldToRebuildIt() throws IOException {
        live();
        Map<String, List<String>> before = dump();
        byte[] damaged = damageBeginningOf(folder.resolve("desk.mv.db"));

        assertThat(problemOfOpening()).isInstanceOfSatisfying(DatabaseDamaged.class, problem -> {
            assertThat(problem.content()).isEqualTo(Content.TABLES);
            assertThat(problem.sentence()).contains("is damaged").contains("also in the journal");
        });
        assertThat(folder.resolve("desk.mv.db")).hasBinaryContent(damaged);

        try (SextantStore store = openAnew()) {
            assertThat(store.findings()).singleElement().asString().contains("set aside as desk.mv.db.damaged-1");
        }
        assertThat(dump()).isEqualTo(before);
        assertThat(folder.resolve("desk.mv.db.damaged-1")).hasBinaryContent(damaged);
    }

    @Test
    void leavesDamagedBarsAloneUntilToldToBeginAnew() throws IOException {
        live();
        byte[] damaged = damageBeginningOf(folder.resolve("bars.mv.db"));

        assertThat(problemOfOpening())
                .isInstanceOfSatisfying(
                        DatabaseDamaged.class,
                        problem -> assertThat(problem.content()).isEqualTo(Content.BARS));
        try (SextantStore store = openAnew()) {
            assertThat(store.bars().timeframes(BTC)).isEmpty();
            assertThat(store.settings()).hasSize(10);
        }
        assertThat(folder.resolve("bars.mv.db.damaged-1")).hasBinaryContent(damaged);
    }

    /** Both copies of the header and the first pages. */
    private static byte[] damageBeginningOf(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        SeededRandom random = new SeededRandom(3);
        for (int i = 0; i < 12_000; i++) {
            content[i] = (byte) random.nextInt();
        }
        Files.write(file, content);
        return content;
    }

    @Test
    void survivesFlippedBitsAnywhereInTheTablesOrSaysSo() throws IOException {
        live();
        Map<String, List<String>> before = dump();
        Path file = folder.resolve("desk.mv.db");
        byte[] whole = Files.readAllBytes(file);
        SeededRandom random = new SeededRandom(12);
        for (int round = 0; round < 12; round++) {
            byte[] content = whole.clone();
            int at = random.nextInt(content.length - 600);
            for (int i = 0; i < 600; i++) {
                content[at + i] = (byte) random.nextInt();
            }
            Files.write(file, content);
            try (SextantStore store = openAnew()) {
                store.rebuildTables(position -> {});
            } catch (StoreException e) {
                assertThat(e.problem()).isInstanceOf(DatabaseDamaged.class);
                Files.delete(file);
                open().close();
            }
            assertThat(dump()).isEqualTo(before);
        }
    }

    @Test
    void saysThatADatabaseIsOpenElsewhere() throws Exception {
        live();
        byte[] before = Files.readAllBytes(folder.resolve("desk.mv.db"));
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldingProcess.class.getName(),
                        folder.resolve("desk.mv.db").toString())
                .redirectError(Redirect.INHERIT)
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo(HoldingProcess.READY);
            assertThat(problemOfOpening()).isInstanceOf(FolderLocked.class);
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(Files.readAllBytes(folder.resolve("desk.mv.db"))).isEqualTo(before);
    }

    @Test
    void givesTheFolderFreeWhenItCouldNotBeOpened() throws IOException {
        live();
        byte[] whole = Files.readAllBytes(folder.resolve("bars.mv.db"));
        damageBeginningOf(folder.resolve("bars.mv.db"));
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class);

        Files.write(folder.resolve("bars.mv.db"), whole);
        try (SextantStore store = open()) {
            assertThat(store.bars().timeframes(BTC)).containsExactly(Timeframe.M1);
        }
    }
}
