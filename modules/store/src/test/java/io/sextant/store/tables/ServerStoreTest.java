package io.sextant.store.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.store.SextantStore;
import io.sextant.store.database.CuttingLine;
import io.sextant.store.database.Database;
import io.sextant.store.database.ServerLogin;
import io.sextant.store.database.StorePlace;
import io.sextant.store.database.TestServer;
import io.sextant.store.database.TestedStore;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import io.sextant.store.problem.StoreProblem.ServerRefused;
import io.sextant.store.problem.StoreProblem.ServerUnreachable;
import io.sextant.store.problem.StoreProblem.StoreInUse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a server can do to a desk. */
class ServerStoreTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final long MINUTE_NANOS = Timeframe.M1.nominalNanos();

    @TempDir
    Path folder;

    private StorePlace place() {
        return TestedStore.POSTGRESQL.place(folder);
    }

    private SextantStore open(StorePlace place) {
        return SextantStore.open(folder, place, Pause.PARK, new SeededRandom(1));
    }

    private StoreProblem problemOfOpening(StorePlace place) {
        try (SextantStore store = open(place)) {
            throw new AssertionError("it opened, with " + store.findings());
        } catch (StoreException e) {
            assertThat(e).hasMessage(e.problem().sentence());
            return e.problem();
        }
    }

    private static BarSeries minutes(int from, int to, double number) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int minute = from; minute < to; minute++) {
            bars.add(minute * MINUTE_NANOS, number, number, number, number, 1);
        }
        return bars.build();
    }

    @Test
    void oneSextantAtATimeHasADesksStoreWhicheverMachineItRunsOn(@TempDir Path otherMachine) {
        try (SextantStore store = open(place())) {
            assertThatThrownBy(() -> SextantStore.open(otherMachine, place(), Pause.PARK, new SeededRandom(1)))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.problem()).isInstanceOf(StoreInUse.class))
                    .hasMessageContaining("Another Sextant is using desk_");
            assertThat(store.settings()).isEmpty();
        }
        open(place()).close();
    }

    @Test
    void goesOnWhenTheServerCameBack() throws SQLException {
        try (SextantStore store = open(place())) {
            SampleDesk desk = new SampleDesk(store.journal(), 8);
            for (int round = 0; round < 3; round++) {
                desk.live(300);
                store.bars().append(BTC, Timeframe.M1, minutes(10 * round, 10 * round + 10, 1));
                TestServer.endSessions();
            }
            store.journal().flush();
            store.rebuildTables(position -> {});
            assertThat(store.history().newestEvents(Integer.MAX_VALUE))
                    .isEqualTo(desk.written().reversed());
            assertThat(store.bars().read(BTC, Timeframe.M1, 0, Long.MAX_VALUE)).isEqualTo(minutes(0, 30, 1));
        }
    }

    /** The commit is done, its answer lost: what is told again must not be there twice, and nothing may be missing. */
    @Test
    void doublesNothingWhenTheAnswerToACommitIsLost() throws IOException {
        try (CuttingLine line = new CuttingLine()) {
            StorePlace place =
                    new StorePlace.OnServer(ServerLogin.of(line.url(), Optional.of("postgres"), ""), folder.toString());
            Map<String, List<String>> caughtUp;
            try (SextantStore store = open(place)) {
                SampleDesk desk = new SampleDesk(store.journal(), 8);
                for (int round = 0; round < 4; round++) {
                    line.cutAtNextCommit();
                    desk.live(200);
                    store.journal().flush();
                    assertThat(store.history().fills(1)).isNotNull();
                }
                assertThat(line.cuts()).isEqualTo(4);
                assertThat(store.history().newestEvents(Integer.MAX_VALUE))
                        .isEqualTo(desk.written().reversed());
                line.cutAtNextCommit();
                assertThatThrownBy(() -> store.bars().append(BTC, Timeframe.M1, minutes(0, 10, 1)))
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                e -> assertThat(e.problem()).isInstanceOf(ServerUnreachable.class));
                store.bars().append(BTC, Timeframe.M1, minutes(0, 10, 1));
                line.cutAtNextCommit();
                assertThatThrownBy(() -> store.bars().append(BTC, Timeframe.M1, minutes(5, 20, 2)))
                        .isInstanceOf(StoreException.class);
                store.bars().append(BTC, Timeframe.M1, minutes(20, 21, 3));
                assertThat(store.bars()
                                .read(BTC, Timeframe.M1, 0, Long.MAX_VALUE)
                                .close())
                        .startsWith(1, 1, 1, 1, 1, 2)
                        .endsWith(2, 3)
                        .hasSize(21);
            }
            caughtUp = dump();
            try (SextantStore store = open(place())) {
                assertThat(store.bars().series())
                        .singleElement()
                        .satisfies(series -> assertThat(series.bars()).isEqualTo(21));
                store.rebuildTables(position -> {});
            }
            assertThat(dump()).isEqualTo(caughtUp);
        }
    }

    private Map<String, List<String>> dump() {
        try (Database tables = Database.open(place(), Content.TABLES)) {
            return TableDump.of(tables);
        }
    }

    @Test
    void saysThatAServerDoesNotAnswerOrSaysNo() {
        ServerLogin nowhere = ServerLogin.of("jdbc:postgresql://127.0.0.1:1/none", Optional.of("me"), "secret-7");
        ServerLogin stranger = ServerLogin.of(TestServer.url(), Optional.of("nobody_here"), "secret-7");
        ServerLogin elsewhere = ServerLogin.of(
                TestServer.url().replace("/postgres", "/no_such_database"), Optional.of("postgres"), "secret-7");

        assertThat(problemOfOpening(new StorePlace.OnServer(nowhere, "x"))).isInstanceOf(ServerUnreachable.class);
        assertThat(problemOfOpening(new StorePlace.OnServer(stranger, "x")).sentence())
                .contains("refused")
                .contains("nobody_here")
                .doesNotContain("secret-7");
        assertThat(problemOfOpening(new StorePlace.OnServer(elsewhere, "x")))
                .isInstanceOfSatisfying(
                        ServerRefused.class,
                        problem -> assertThat(problem.sentence()).contains("no_such_database"));
    }

    @Test
    void entersWithThePasswordAndOnlyWithIt() throws Exception {
        TestServer.addGuarded("guarded_desk", "sécret 7'");

        open(new StorePlace.OnServer(guarded("sécret 7'"), "guarded")).close();
        assertThat(problemOfOpening(new StorePlace.OnServer(guarded("secret 8"), "guarded")))
                .isInstanceOfSatisfying(
                        ServerRefused.class,
                        problem -> assertThat(problem.sentence())
                                .contains("password authentication failed")
                                .doesNotContain("secret 8"));
        assertThat(problemOfOpening(new StorePlace.OnServer(guarded(""), "guarded")))
                .isInstanceOf(ServerRefused.class);
    }

    private static ServerLogin guarded(String password) {
        return ServerLogin.of(TestServer.url(), Optional.of("guarded_desk"), password);
    }

    @Test
    void setsASchemaThatSomebodyHarmedAsideOnlyWhenTold() throws SQLException {
        Map<String, List<String>> before;
        try (SextantStore store = open(place())) {
            new SampleDesk(store.journal(), 8).live(500);
        }
        before = dump();
        try (Connection connection = TestedStore.POSTGRESQL.connect(folder, Content.TABLES)) {
            connection.createStatement().execute("drop table projection");
        }
        assertThat(problemOfOpening(place())).isInstanceOf(DatabaseDamaged.class);

        try (SextantStore store = SextantStore.rebuildFromJournal(folder, place(), Pause.PARK, new SeededRandom(1))) {
            assertThat(store.findings())
                    .singleElement()
                    .asString()
                    .contains("set aside as desk_")
                    .contains("_damaged_1");
        }
        assertThat(dump()).isEqualTo(before);
    }

    /** A zero character and half a pair are no text for PostgreSQL; the facts keep them. */
    @Test
    void holdsTextsThatTheServerCannotHold() {
        String odd = "a\0b" + (char) 0xD83D + "c";
        String cutInTheMiddle = "x".repeat(3_999) + "\uD83D\uDE00";
        try (SextantStore store = open(place())) {
            SampleDesk desk = new SampleDesk(store.journal(), 8);
            desk.live(5);
            long position = store.journal().lastPosition();
            write(store, new SettingChanged(position + 1, 5, "odd", odd));
            Headline headline = new Headline(5, List.of(BTC), "odd", List.of(), cutInTheMiddle, odd);
            write(store, new HeadlinePublished(position + 2, 5, headline));
            store.journal().flush();

            assertThat(store.settings()).containsEntry("odd", "a\uFFFDb\uFFFDc");
            assertThat(store.history().newestEvents(1)).isNotEmpty();
        }
        assertThat(dump().get("HEADLINE")).last().asString().contains("xxx\uFFFD'");
    }

    private static void write(SextantStore store, Event event) {
        StateBytes bytes = new StateBytes();
        EventCodec.write(bytes, event);
        store.journal().append(RecordKind.FACT, 1, bytes.array(), bytes.size());
    }
}
