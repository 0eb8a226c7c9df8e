package io.sextant.store.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.SnapshotStore.Snapshot;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.store.SextantStore;
import io.sextant.store.database.Database;
import io.sextant.store.database.TestedStore;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import io.sextant.store.problem.StoreProblem.DatabaseFromNewerVersion;
import io.sextant.store.problem.StoreProblem.FolderUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestedStore.class)
class SextantStoreTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");

    @Parameter
    TestedStore kind;

    @TempDir
    Path folder;

    private SextantStore open() {
        return SextantStore.open(folder, kind.place(folder), Pause.PARK, new SeededRandom(1));
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

    private StoreProblem problemOfOpening() {
        try (SextantStore store = open()) {
            throw new AssertionError("it opened, with " + store.findings());
        } catch (StoreException e) {
            assertThat(e).hasMessage(e.problem().sentence());
            return e.problem();
        }
    }

    @Test
    void keepsEverythingFromOneSessionToTheNext() {
        live();

        try (SextantStore store = open()) {
            assertThat(store.findings()).isEmpty();
            assertThat(store.journal().lastPosition()).isGreaterThan(1_500);
            assertThat(store.settings()).hasSize(10);
            assertThat(store.history().newestEvents(2_000)).hasSizeGreaterThanOrEqualTo(1_500);
            assertThat(store.bars().read(BTC, Timeframe.M1, 0, Long.MAX_VALUE).size())
                    .isEqualTo(1);
            assertThat(store.snapshots().findNewest(Long.MAX_VALUE, any -> true))
                    .isPresent();
        }
    }

    @Test
    void tellsSettingsAsTheyWereLastChanged() {
        try (SextantStore store = open()) {
            SampleDesk desk = new SampleDesk(store.journal(), 8);
            desk.live(400);
            store.journal().flush();
            SettingChanged last = desk.written().stream()
                    .filter(SettingChanged.class::isInstance)
                    .map(SettingChanged.class::cast)
                    .reduce((first, second) -> second)
                    .orElseThrow();
            assertThat(store.settings()).containsEntry(last.key(), last.value());
        }
    }

    @Test
    void lookingLeavesADamagedJournalForTheDeskToFind() throws IOException {
        live();
        Path segment;
        try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
            segment = files.filter(file -> file.toString().endsWith(".seg"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);

        for (int look = 0; look < 2; look++) {
            assertThatThrownBy(
                            () -> SextantStore.openToLook(folder, kind.place(folder), Pause.PARK, new SeededRandom(1)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is damaged")
                    .hasMessageContaining("Nothing was changed");
            assertThat(segment).hasBinaryContent(bytes);
        }
        try (SextantStore store = open()) {
            assertThat(store.findings()).first().asString().contains("were set aside");
        }
    }

    @Test
    void refusesTablesOfANewerVersion() {
        live();
        try (Database tables = Database.open(kind.place(folder), Content.TABLES)) {
            tables.inTransaction(sql -> sql.execute("""
                    insert into "flyway_schema_history"
                    ("installed_rank", "version", "description", "type", "script", "installed_by", "execution_time",
                     "success")
                    values (99, '999', 'of the future', 'SQL', 'V999__of_the_future.sql', 'sextant', 1, true)
                    """));
        }

        assertThat(problemOfOpening())
                .isInstanceOfSatisfying(
                        DatabaseFromNewerVersion.class,
                        problem -> assertThat(problem.sentence()).contains("newer version of Sextant"));
    }

    @Test
    void setsTablesOfAnotherJournalAside() throws IOException {
        live();
        try (Stream<Path> journal = Files.walk(folder.resolve("journal"))) {
            for (Path file : journal.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }

        try (SextantStore store = open()) {
            assertThat(store.findings())
                    .singleElement()
                    .asString()
                    .contains("records that the journal does not hold")
                    .contains("set aside as")
                    .contains("outdated");
            assertThat(store.history().orders(10)).isEmpty();
        }
    }

    @Test
    void reportsADamagedJournalAndMakesTheTablesFromWhatIsLeft() throws IOException {
        live();
        Path segment = folder.resolve("journal").resolve("journal-0000000000000000001.seg");
        byte[] content = Files.readAllBytes(segment);
        content[content.length / 2] ^= 1;
        Files.write(segment, content);

        try (SextantStore store = open()) {
            assertThat(store.findings()).hasSize(2);
            assertThat(store.findings().getFirst()).contains("whole records follow it");
            assertThat(store.snapshots().findNewest(store.journal().lastPosition(), any -> true))
                    .isEmpty();
            assertThat(store.history().newestEvents(1).getFirst().position())
                    .isLessThanOrEqualTo(store.journal().lastPosition());
        }
    }

    @Test
    void saysThatAFolderCannotBeUsed() throws IOException {
        Files.write(folder.resolve("journal"), new byte[3]);

        assertThat(problemOfOpening())
                .isInstanceOfSatisfying(
                        FolderUnusable.class,
                        problem -> assertThat(problem.sentence()).contains("cannot be used"));
    }
}
