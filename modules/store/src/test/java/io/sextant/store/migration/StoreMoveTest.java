package io.sextant.store.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.source.Observation;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.forecasting.registry.ModelRecord;
import io.sextant.store.SextantStore;
import io.sextant.store.database.CuttingLine;
import io.sextant.store.database.Database;
import io.sextant.store.database.ServerLogin;
import io.sextant.store.database.StorePlace;
import io.sextant.store.database.TestServer;
import io.sextant.store.database.TestedStore;
import io.sextant.store.migration.StoreMove.Moved;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import io.sextant.store.problem.StoreProblem.FolderLocked;
import io.sextant.store.problem.StoreProblem.ServerUnreachable;
import io.sextant.store.problem.StoreProblem.StoreInUse;
import io.sextant.store.tables.SampleDesk;
import io.sextant.store.tables.TableDump;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreMoveTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final InstrumentId ES = InstrumentId.of("ES");

    private static final StoreMove.Progress SILENT = new StoreMove.Progress() {
        @Override
        public void copying(String table, long rows, long ofRows) {}

        @Override
        public void comparing(String table, long rows, long ofRows) {}
    };

    @TempDir
    Path folder;

    private StorePlace.OnServer server;

    @BeforeEach
    void live() {
        server = (StorePlace.OnServer) TestedStore.POSTGRESQL.place(folder);
        try (SextantStore store = SextantStore.open(folder, Pause.PARK, new SeededRandom(1))) {
            new SampleDesk(store.journal(), 8).live(1_200);
            store.bars().append(BTC, Timeframe.M1, minutes(0, 5_000));
            store.bars().append(ES, Timeframe.M1, minutes(0, 50));
            store.bars().append(ES, Timeframe.H1, minutes(7, 9));
            store.bars().keepMarks(BTC, Timeframe.M1, List.of(new MarkedStretch(60, 120, "a gap, said <so> – «là»")));
            store.bars().mend(ES, Timeframe.M1, 0, 60, minutes(0, 1));
            store.macro()
                    .add(
                            "CPI",
                            List.of(
                                    new Observation(LocalDate.of(1913, 1, 1), Long.MIN_VALUE, -0.0),
                                    new Observation(LocalDate.of(2025, 12, 31), Long.MAX_VALUE, 1e-300)));
            byte[] content = {0, 1, -1, 127};
            store.models()
                    .add(
                            ModelRecord.of(
                                    "arima",
                                    "BTC-USDT M1",
                                    7,
                                    new ModelRecord.Learned(1, 2, 3, "00"),
                                    List.of("rsi.14", "ret.1"),
                                    Map.of("order", "2,1,1"),
                                    42,
                                    Map.of("mase", Double.NaN),
                                    Optional.empty(),
                                    content),
                            content);
        }
    }

    private static BarSeries minutes(int from, int to) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int i = from; i < to; i++) {
            bars.add(i * Timeframe.M1.nominalNanos(), 100 + i, 101 + i, 99 + i, 100.5 + i, i);
        }
        return bars.build();
    }

    private static Map<String, List<String>> dump(StorePlace place) {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Database tables = Database.open(place, Content.TABLES);
                Database bars = Database.open(place, Content.BARS)) {
            rows.putAll(TableDump.of(tables, io.sextant.store.generated.desk.DefaultSchema.DEFAULT_SCHEMA));
            rows.putAll(TableDump.of(bars, io.sextant.store.generated.bars.DefaultSchema.DEFAULT_SCHEMA));
        }
        return rows;
    }

    /** Name and content of every file, but for the lock, which says who held the folder last. */
    private Map<String, Integer> files() throws IOException {
        Map<String, Integer> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .toList()) {
                files.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static List<String> schemas() throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Connection connection = TestServer.connect();
                ResultSet rows = connection.createStatement().executeQuery("select nspname from pg_namespace")) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        return schemas;
    }

    /** Two schemas more than before, whatever they are called: nothing that was half done is left. */
    private void assertMoves(List<String> schemasBefore) throws SQLException, IOException {
        StoreMove.move(folder, server, SILENT);
        assertThat(schemas()).hasSize(schemasBefore.size() + 2);
        assertThat(dump(server)).isEqualTo(dump(StorePlace.inFolder(folder)));
        assertThat(folder.resolve(".moving")).doesNotExist();
    }

    @Test
    void everyRowArrivesAndTheFilesStayAsTheyWere() throws IOException {
        Map<String, Integer> before = files();
        List<String> steps = new ArrayList<>();

        List<Moved> moved = StoreMove.move(folder, server, new StoreMove.Progress() {
            @Override
            public void copying(String table, long rows, long ofRows) {
                steps.add("copying " + table + " " + (rows == ofRows));
            }

            @Override
            public void comparing(String table, long rows, long ofRows) {
                steps.add("comparing " + table + " " + (rows == ofRows));
            }
        });

        assertThat(files()).isEqualTo(before);
        Map<String, List<String>> here = dump(StorePlace.inFolder(folder));
        assertThat(dump(server)).isEqualTo(here);
        assertThat(moved).hasSameSizeAs(here.keySet()).allSatisfy(table -> {
            assertThat(table.rows())
                    .isEqualTo(here.get(table.table().toUpperCase(Locale.ROOT)).size());
            assertThat(table.checksum()).hasSize(32);
            if (table.rows() > 0) {
                assertThat(steps)
                        .contains("copying " + table.table() + " true", "comparing " + table.table() + " true");
            }
        });
        assertThat(here.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
    }

    @Test
    void theDeskGoesOnWhereItWasMovedToAndIsNotMovedThereTwice(@TempDir Path otherMachine) {
        StoreMove.move(folder, server, SILENT);

        try (SextantStore store = SextantStore.open(folder, server, Pause.PARK, new SeededRandom(1))) {
            assertThat(store.findings()).isEmpty();
            new SampleDesk(store.journal(), 9).live(300);
            store.journal().flush();
            assertThat(store.history().newestEvents(Integer.MAX_VALUE)).hasSizeGreaterThanOrEqualTo(1_500);
            store.bars().append(BTC, Timeframe.M1, minutes(4_990, 5_010));
            store.bars().append(BTC, Timeframe.D1, minutes(0, 2));
            assertThat(store.bars().read(BTC, Timeframe.M1, 0, Long.MAX_VALUE)).isEqualTo(minutes(0, 5_010));
            store.macro().add("GDP", List.of(new Observation(LocalDate.of(2024, 1, 1), 5, 1)));
            assertThat(store.models().of("BTC-USDT M1"))
                    .singleElement()
                    .satisfies(
                            model -> assertThat(store.models().content(model)).containsExactly(0, 1, -1, 127));
        }
        assertThatThrownBy(() -> StoreMove.move(folder, server, SILENT))
                .as("what is there is more than what is here")
                .isInstanceOf(MoveRefused.class)
                .hasMessageContaining("has this desk already");
        try (SextantStore elsewhere = SextantStore.open(otherMachine, server, Pause.PARK, new SeededRandom(1))) {
            assertThat(elsewhere.findings()).isNotEmpty();
            assertThatThrownBy(() -> StoreMove.move(folder, server, SILENT))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.problem()).isInstanceOf(StoreInUse.class));
        }
    }

    @Test
    void refusesWhileTheDeskRuns() throws SQLException {
        List<String> schemas = schemas();
        try (SextantStore store = SextantStore.open(folder, Pause.PARK, new SeededRandom(1))) {
            assertThat(store.findings()).isEmpty();
            assertThatThrownBy(() -> StoreMove.move(folder, server, SILENT))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.problem()).isInstanceOf(FolderLocked.class));
        }
        assertThat(schemas()).isEqualTo(schemas);
    }

    @Test
    void refusesAFolderWithoutDatabases(@TempDir Path empty) throws IOException {
        assertThatThrownBy(() -> StoreMove.move(empty, server, SILENT))
                .isInstanceOf(MoveRefused.class)
                .hasMessageContaining("no databases");
        try (Stream<Path> files = Files.list(empty)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void seesARowThatDidNotArriveAsItWas() throws SQLException, IOException {
        List<String> schemas = schemas();
        Map<String, Integer> before = files();
        assertThatThrownBy(() -> StoreMove.move(folder, server, new StoreMove.Progress() {
                    @Override
                    public void copying(String table, long rows, long ofRows) {
                        if (table.equals("desk_fill") && rows == ofRows) {
                            tamper(schemas);
                        }
                    }

                    @Override
                    public void comparing(String table, long rows, long ofRows) {}
                }))
                .isInstanceOf(MoveRefused.class)
                .hasMessageContaining("desk_fill did not arrive as it was");
        assertThat(schemas()).isEqualTo(schemas);
        assertThat(files()).isEqualTo(before);
        assertMoves(schemas);
    }

    private static void tamper(List<String> before) {
        try (Connection connection = TestServer.connect()) {
            String schema = schemas().stream()
                    .filter(name -> name.startsWith("desk_") && !before.contains(name))
                    .findFirst()
                    .orElseThrow();
            connection
                    .createStatement()
                    .execute("update \"" + schema + "\".desk_fill set fee_units = fee_units + 1"
                            + " where journal_position = (select max(journal_position) from \"" + schema
                            + "\".desk_fill)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aServerThatGoesAwayInTheMiddleHasNothingOfTheDesk() throws SQLException, IOException {
        List<String> schemas = schemas();
        Map<String, Integer> before = files();
        try (CuttingLine line = new CuttingLine()) {
            ServerLogin login = ServerLogin.of(line.url(), Optional.of("postgres"), "");
            assertThatThrownBy(() -> StoreMove.move(
                            folder, new StorePlace.OnServer(login, server.desk()), new StoreMove.Progress() {
                                @Override
                                public void copying(String table, long rows, long ofRows) {
                                    if (table.equals("bar_chunk")) {
                                        line.closeAtNextCommit();
                                    }
                                }

                                @Override
                                public void comparing(String table, long rows, long ofRows) {}
                            }))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.problem()).isInstanceOf(ServerUnreachable.class));
        }
        assertNothingOfTheDeskIsThere();
        assertThat(files()).isEqualTo(before);
        assertMoves(schemas);
    }

    @Test
    void isDoneWholeByTheNextTryAfterItWasKilled() throws Exception {
        List<String> schemas = schemas();
        Map<String, Integer> before = files();
        killAfter(MovingProcess.COPYING, 4);
        killAfter(MovingProcess.COMPARING, 12);

        assertNothingOfTheDeskIsThere();
        assertThat(files().entrySet()).containsAll(before.entrySet());
        assertMoves(schemas);
        assertThat(files().keySet()).isEqualTo(before.keySet());
    }

    /** What is half done is no desk's. */
    private void assertNothingOfTheDeskIsThere() {
        assertThatThrownBy(() -> {
                    try (Connection bars = TestedStore.POSTGRESQL.connect(folder, Content.BARS)) {
                        bars.createStatement().executeQuery("select 1 from bar_series");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("does not exist");
    }

    private void killAfter(int step, int times) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MovingProcess.class.getName(),
                        folder.toString(),
                        TestServer.url(),
                        server.desk())
                .redirectError(Redirect.INHERIT)
                .start();
        try {
            for (int seen = 0; seen < times; ) {
                int told = process.getInputStream().read();
                assertThat(told).as("it ended by itself").isPositive();
                seen += told == step ? 1 : 0;
                if (seen < times) {
                    process.getOutputStream().write('\n');
                    process.getOutputStream().flush();
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
