package io.sextant.store.tables;

import static io.sextant.store.generated.desk.Tables.HEADLINE;
import static io.sextant.store.generated.desk.Tables.HOLDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.request.OrderLife;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.store.database.Database;
import io.sextant.store.database.TestedStore;
import io.sextant.store.generated.desk.tables.records.HoldingRecord;
import io.sextant.store.journal.FileJournal;
import io.sextant.store.journal.JournalOptions;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestedStore.class)
class ProjectionTest {

    private static final int CRASHES = Math.max(6, Integer.getInteger("sextant.kills", 50) / 50);

    @Parameter
    TestedStore kind;

    @TempDir
    Path folder;

    private FileJournal journal;
    private Database database;
    private Projection projection;
    private StoredHistory history;

    @BeforeEach
    void open() {
        journal = FileJournal.open(folder, JournalOptions.of(Pause.PARK, new SeededRandom(1)));
        openTables();
    }

    private void openTables() {
        database = Database.open(kind.place(folder), Content.TABLES);
        projection = new Projection(database, journal, Pause.PARK);
        history = new StoredHistory(database, journal, projection);
        projection.start();
    }

    @AfterEach
    void close() {
        projection.close();
        database.close();
        journal.close();
    }

    private SampleDesk livedDesk(int facts) {
        SampleDesk desk = new SampleDesk(journal, 3);
        desk.live(facts);
        journal.flush();
        awaitTables();
        return desk;
    }

    /** Longer than a question would wait: a busy machine must not fail the test. */
    private void awaitTables() {
        projection.await(journal.durablePosition(), 120_000_000_000L);
        assertThat(projection.failure()).isEmpty();
        assertThat(projection.position()).isEqualTo(journal.durablePosition());
    }

    private static <E extends Event> List<E> only(SampleDesk desk, Class<E> type) {
        return desk.written().stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void answersFromAnEmptyJournal() {
        assertThat(history.orders(10)).isEmpty();
        assertThat(history.fills(10)).isEmpty();
        assertThat(history.newestEvents(10)).isEmpty();
        assertThat(history.story(new OrderId(1))).isEmpty();
        assertThat(history.equity(0, 100).size()).isZero();
        assertThat(history.settings()).isEmpty();
    }

    @Test
    void tellsOrdersWithTheirLivesNewestFirst() {
        SampleDesk desk = livedDesk(3_000);
        Map<OrderId, List<OrderChanged>> changes = new TreeMap<>((a, b) -> Long.compare(b.value(), a.value()));
        for (OrderChanged changed : only(desk, OrderChanged.class)) {
            changes.computeIfAbsent(changed.order().id(), id -> new ArrayList<>())
                    .add(changed);
        }
        List<OrderLife> lives = changes.values().stream()
                .map(all -> new OrderLife(all.getLast().order(), all))
                .toList();

        assertThat(history.orders(Integer.MAX_VALUE)).isEqualTo(lives);
        assertThat(history.orders(17)).isEqualTo(lives.subList(0, 17));
    }

    @Test
    void tellsFillsNewestFirst() {
        List<Fill> fills = new ArrayList<>(only(livedDesk(2_000), OrderFilled.class).stream()
                .map(OrderFilled::fill)
                .toList()
                .reversed());

        assertThat(history.fills(Integer.MAX_VALUE)).isEqualTo(fills);
        assertThat(history.fills(5)).isEqualTo(fills.subList(0, 5));
    }

    @Test
    void tellsTheStoryOfAnOrderAndTheNewestFacts() {
        SampleDesk desk = livedDesk(2_000);
        OrderId order = only(desk, OrderFilled.class).getFirst().fill().order();
        List<Event> story = desk.written().stream()
                .filter(event -> (event instanceof OrderFilled filled
                                && filled.fill().order().equals(order))
                        || (event instanceof OrderChanged changed
                                && changed.order().id().equals(order)))
                .toList();

        assertThat(history.story(order)).isEqualTo(story).hasSizeGreaterThan(3);
        assertThat(history.newestEvents(Integer.MAX_VALUE))
                .isEqualTo(desk.written().reversed());
        assertThat(history.newestEvents(3)).isEqualTo(desk.written().reversed().subList(0, 3));
    }

    @Test
    void keepsSettingsAndHeadlines() {
        SampleDesk desk = livedDesk(2_000);
        Map<String, String> settings = new HashMap<>();
        only(desk, SettingChanged.class).forEach(changed -> settings.put(changed.key(), changed.value()));
        List<String> texts = only(desk, HeadlinePublished.class).stream()
                .map(published -> published.headline().text())
                .toList();

        assertThat(history.settings()).isEqualTo(settings).hasSize(10);
        List<String> bodies = database.read(
                sql -> sql.selectFrom(HEADLINE).orderBy(HEADLINE.KNOWN_NANOS).fetch(HEADLINE.BODY));
        assertThat(bodies).isEqualTo(texts);
    }

    @Test
    void drawsTheEquityCurveFromAnyTime() {
        List<AccountMarked> marks = only(livedDesk(2_000), AccountMarked.class);
        long from = marks.get(20).timeNanos();

        assertThat(history.equity(0, Integer.MAX_VALUE).equity())
                .isEqualTo(marks.stream()
                        .mapToDouble(mark -> mark.equity().toDouble())
                        .toArray());
        assertThat(history.equity(from, Integer.MAX_VALUE).timeNanos()[0]).isEqualTo(from);
        assertThat(history.equity(0, 30).size()).isLessThanOrEqualTo(30);
    }

    /** Signed units and money of each instrument, added up by hand. */
    @Test
    void holdsThePositionsThatTheFillsAddUpTo() {
        Map<String, Long> units = new LinkedHashMap<>();
        Map<String, Long> cash = new HashMap<>();
        for (OrderFilled filled : only(livedDesk(4_000), OrderFilled.class)) {
            Fill fill = filled.fill();
            Instrument instrument = SampleDesk.TERMS.instruments().getInstrument(fill.instrument());
            int sign = fill.side() == Side.BUY ? 1 : -1;
            boolean feeInBase = !fill.fee().currency().equals(Currency.USDT);
            long moved = sign * fill.quantity().unitsAt(instrument.positionScale())
                    - (feeInBase ? fill.fee().units() : 0);
            units.merge(fill.instrument().symbol(), moved, Long::sum);
            cash.merge(
                    fill.instrument().symbol(),
                    -sign * fill.notional().units()
                            - (feeInBase ? 0 : fill.fee().units()),
                    Long::sum);
        }
        awaitTables();

        List<HoldingRecord> rows = database.read(sql -> sql.selectFrom(HOLDING).fetch());
        assertThat(rows).hasSize(2);
        for (HoldingRecord row : rows) {
            assertThat(row.getSignedUnits()).isEqualTo(units.get(row.getInstrument()));
            assertThat(row.getRealisedUnits() - row.getOpenCostUnits() - row.getFeesQuoteUnits())
                    .isEqualTo(cash.get(row.getInstrument()));
        }
    }

    @Test
    void keepsLongReasonsWholeInTheLifeOfAnOrder() {
        SampleDesk desk = livedDesk(10);
        Order order = only(desk, OrderChanged.class).getLast().order();
        String reason = "why ".repeat(5_000);
        StateBytes bytes = new StateBytes();
        OrderChanged changed = new OrderChanged(journal.lastPosition() + 1, 5, order, order.state(), reason);
        EventCodec.write(bytes, changed);
        journal.append(RecordKind.FACT, 1, bytes.array(), bytes.size());
        journal.flush();

        assertThat(history.story(order.id())).last().isEqualTo(changed);
        assertThat(projection.failure()).isEmpty();
    }

    @Test
    void makesTheSameTablesAnew() {
        SampleDesk desk = new SampleDesk(journal, 11);
        SeededRandom random = new SeededRandom(5);
        for (int burst = 0; burst < 40; burst++) {
            desk.live(1 + random.nextInt(300));
            journal.flush();
            awaitTables();
        }
        Map<String, List<String>> before = TableDump.of(database);
        List<Long> progress = new ArrayList<>();

        assertThat(projection.rebuild(progress::add)).isEqualTo(desk.written().size());
        assertThat(TableDump.of(database)).isEqualTo(before);
        assertThat(progress).isSorted().last().isEqualTo(journal.lastPosition());
    }

    @Test
    @Tag("scaled")
    void catchesUpWithoutDoublingAfterTheDatabaseDied() throws SQLException {
        SampleDesk desk = new SampleDesk(journal, 21);
        SeededRandom random = new SeededRandom(6);
        for (int crash = 0; crash < CRASHES; crash++) {
            desk.live(1 + random.nextInt(6_000));
            journal.flush();
            long passed = random.nextLong(journal.lastPosition());
            projection.await(passed, 120_000_000_000L);
            kind.kill(folder, Content.TABLES);
            projection.close();
            database.close();
            openTables();
        }
        awaitTables();
        Map<String, List<String>> caughtUp = TableDump.of(database);

        assertThat(projection.rebuild(at -> {})).isEqualTo(desk.written().size());
        assertThat(TableDump.of(database)).isEqualTo(caughtUp);
    }

    @Test
    void knowsWhetherTheTablesAreOfThisJournal() {
        livedDesk(500);
        awaitTables();
        assertThat(projection.belongsToJournal()).isTrue();

        Path elsewhere = folder.resolve("elsewhere");
        try (FileJournal other = FileJournal.open(elsewhere, JournalOptions.of(Pause.PARK, new SeededRandom(2)))) {
            assertThat(new Projection(database, other, Pause.PARK).belongsToJournal())
                    .isFalse();
            new SampleDesk(other, 4).live(600);
            other.flush();
            assertThat(new Projection(database, other, Pause.PARK).belongsToJournal())
                    .isFalse();
        }
    }

    @Test
    void refusesToShowOldTablesAsIfTheyWereNew() {
        livedDesk(50);
        awaitTables();
        journal.append(RecordKind.FACT, 1, new byte[] {1, 2, 3}, 3);
        journal.flush();

        assertThatThrownBy(() -> history.newestEvents(10))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("all of it is in the journal");
        assertThat(projection.failure()).isPresent();
    }
}
