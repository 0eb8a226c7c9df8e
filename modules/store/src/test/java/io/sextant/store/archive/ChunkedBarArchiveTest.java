package io.sextant.store.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.SeededRandom;
import io.sextant.store.database.TestedStore;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.BarsDamaged;
import io.sextant.store.problem.StoreProblem.DatabaseDamaged.Content;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestedStore.class)
class ChunkedBarArchiveTest {

    private static final int HISTORIES = Math.max(4, Integer.getInteger("sextant.histories", 400) / 1_000);
    private static final int STEPS = 60;

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final InstrumentId ES = InstrumentId.of("ES-2026Z");

    @Parameter
    TestedStore kind;

    @TempDir
    Path folder;

    /** What the archive must hold: the same bars in a plain map. */
    private static final class Twin {

        private final Map<Timeframe, NavigableMap<Long, BarSeries>> bars = new HashMap<>();

        void append(Timeframe timeframe, BarSeries added) {
            NavigableMap<Long, BarSeries> series = bars.computeIfAbsent(timeframe, t -> new TreeMap<>());
            for (int i = 0; i < added.size(); i++) {
                series.put(added.openTimeNanos()[i], added.copyOfRange(i, i + 1));
            }
        }

        BarSeries read(Timeframe timeframe, long from, long to) {
            return from >= to ? BarSeries.EMPTY : joined(of(timeframe).subMap(from, to));
        }

        BarSeries readBefore(Timeframe timeframe, long before, int limit) {
            NavigableMap<Long, BarSeries> found = new TreeMap<>();
            of(timeframe).headMap(before, false).descendingMap().entrySet().stream()
                    .limit(limit)
                    .forEach(bar -> found.put(bar.getKey(), bar.getValue()));
            return joined(found);
        }

        private NavigableMap<Long, BarSeries> of(Timeframe timeframe) {
            return bars.getOrDefault(timeframe, new TreeMap<>());
        }

        private static BarSeries joined(Map<Long, BarSeries> found) {
            BarSeries all = BarMerge.withRoomFor(found.size());
            int at = 0;
            for (BarSeries bar : found.values()) {
                all.openTimeNanos()[at] = bar.openTimeNanos()[0];
                all.open()[at] = bar.open()[0];
                all.high()[at] = bar.high()[0];
                all.low()[at] = bar.low()[0];
                all.close()[at] = bar.close()[0];
                all.volume()[at] = bar.volume()[0];
                at++;
            }
            return all;
        }
    }

    @Test
    void keepsTheMarksOfASeriesUntilOthersReplaceThem() {
        MarkedStretch gap = new MarkedStretch(60, 120, "trades 4 to 9 are missing");
        MarkedStretch later = new MarkedStretch(300, 360, "the desk was not running");
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            archive.keepMarks(BTC, Timeframe.M1, List.of(later, gap));
            archive.keepMarks(BTC, Timeframe.H1, List.of(gap));
        }
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            assertThat(archive.marks(BTC, Timeframe.M1)).containsExactly(gap, later);
            archive.keepMarks(BTC, Timeframe.M1, List.of(later));
            assertThat(archive.marks(BTC, Timeframe.M1)).containsExactly(later);
            assertThat(archive.marks(BTC, Timeframe.H1)).containsExactly(gap);
            assertThat(archive.marks(ES, Timeframe.M1)).isEmpty();
            assertThat(archive.series()).isEmpty();
        }
    }

    @Test
    @Tag("scaled")
    void holdsTheSameBarsAsAPlainMap() throws Exception {
        for (int history = 0; history < HISTORIES; history++) {
            Path own = Files.createDirectory(folder.resolve("history-" + history));
            SeededRandom random = new SeededRandom(history);
            Twin twin = new Twin();
            ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(own));
            for (int step = 0; step < STEPS; step++) {
                Timeframe timeframe = random.nextInt(4) == 0 ? Timeframe.H1 : Timeframe.M1;
                BarSeries added = someBars(random);
                archive.append(BTC, timeframe, added);
                twin.append(timeframe, added);
                if (random.nextInt(20) == 0) {
                    archive.close();
                    archive = ChunkedBarArchive.open(kind.place(own));
                }
                assertSameAnswers(archive, twin, timeframe, random);
            }
            assertThat(archive.read(BTC, Timeframe.M1, Long.MIN_VALUE, Long.MAX_VALUE))
                    .isEqualTo(twin.read(Timeframe.M1, Long.MIN_VALUE, Long.MAX_VALUE));
            archive.close();
        }
    }

    /** Mostly a few at the end of a growing range, sometimes a long stretch anywhere, sometimes with holes. */
    private static BarSeries someBars(SeededRandom random) {
        int count = random.nextInt(3) == 0 ? 1 + random.nextInt(6_000) : 1 + random.nextInt(40);
        BarSeries bars = SampleBars.onGrid(random.nextLong(), count, 0.25, 0.01);
        long shift = random.nextInt(12_000) * SampleBars.MINUTE_NANOS;
        long step = 1L + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            bars.openTimeNanos()[i] = SampleBars.START_NANOS + shift + i * step * SampleBars.MINUTE_NANOS;
        }
        return bars;
    }

    private static void assertSameAnswers(
            ChunkedBarArchive archive, Twin twin, Timeframe timeframe, SeededRandom random) {
        for (int i = 0; i < 5; i++) {
            long from = SampleBars.START_NANOS + random.nextInt(20_000) * SampleBars.MINUTE_NANOS - random.nextInt(2);
            long to = from + random.nextInt(8_000) * SampleBars.MINUTE_NANOS;
            assertThat(archive.read(BTC, timeframe, from, to)).isEqualTo(twin.read(timeframe, from, to));
            int limit = random.nextInt(6_000);
            assertThat(archive.readBefore(BTC, timeframe, from, limit))
                    .isEqualTo(twin.readBefore(timeframe, from, limit));
        }
        assertThat(archive.readBefore(BTC, timeframe, Long.MAX_VALUE, 3))
                .isEqualTo(twin.readBefore(timeframe, Long.MAX_VALUE, 3));
    }

    @Test
    void knowsWhichTimeframesItHas() {
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            BarSeries bars = SampleBars.onGrid(1, 10, 0.25, 1);
            assertThat(archive.timeframes(BTC)).isEmpty();
            assertThat(archive.read(BTC, Timeframe.M1, 0, Long.MAX_VALUE)).isEqualTo(BarSeries.EMPTY);

            archive.append(BTC, Timeframe.M1, bars);
            archive.append(BTC, Timeframe.D1, bars);
            archive.append(ES, Timeframe.H1, bars);
            archive.append(ES, Timeframe.M5, BarSeries.EMPTY);
        }
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            assertThat(archive.timeframes(BTC)).containsExactlyInAnyOrder(Timeframe.M1, Timeframe.D1);
            assertThat(archive.timeframes(ES)).containsExactly(Timeframe.H1);
        }
    }

    @Test
    void refusesBarsOutOfOrder() {
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            BarSeries bars = SampleBars.onGrid(1, 10, 0.25, 1);
            bars.openTimeNanos()[5] = bars.openTimeNanos()[4];

            assertThatIllegalArgumentException().isThrownBy(() -> archive.append(BTC, Timeframe.M1, bars));
            assertThat(archive.timeframes(BTC)).isEmpty();
        }
    }

    @Test
    void hasFewChunksThoughBarsComeAFewAtATime() throws Exception {
        BarSeries bars = SampleBars.onGrid(3, 1_500, 0.01, 0.00001);
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            for (int from = 0; from < bars.size(); from += 5) {
                archive.append(BTC, Timeframe.M1, bars.copyOfRange(from, from + 5));
            }
            assertThat(archive.read(BTC, Timeframe.M1, 0, Long.MAX_VALUE)).isEqualTo(bars);
        }
        try (Connection connection = connect();
                ResultSet chunks = connection.createStatement().executeQuery("select count(*) from bar_chunk")) {
            chunks.next();
            assertThat(chunks.getInt(1)).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void readsWhileItIsAppendedTo() throws InterruptedException {
        BarSeries bars = SampleBars.onGrid(5, 8_000, 0.01, 0.001);
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            archive.append(BTC, Timeframe.M1, bars.copyOfRange(0, 100));
            Thread reader = Thread.ofPlatform().start(() -> {
                try {
                    while (!done.get()) {
                        BarSeries seen = archive.read(BTC, Timeframe.M1, 0, Long.MAX_VALUE);
                        assertThat(seen).isEqualTo(bars.copyOfRange(0, seen.size()));
                    }
                } catch (Throwable e) {
                    failure.set(e);
                }
            });
            for (int from = 100; from < bars.size(); from += 79) {
                archive.append(BTC, Timeframe.M1, bars.copyOfRange(from, Math.min(bars.size(), from + 79)));
            }
            done.set(true);
            reader.join();
        }
        assertThat(failure.get()).isNull();
    }

    @Test
    void saysWhichBarsAreDamagedAndTakesNewOnesInTheirPlace() throws Exception {
        BarSeries bars = SampleBars.onGrid(8, 10_000, 0.01, 0.001);
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            archive.append(BTC, Timeframe.M1, bars);
        }
        flipABitInTheSecondChunk();

        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            assertThatThrownBy(() -> archive.read(BTC, Timeframe.M1, 0, Long.MAX_VALUE))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.problem()).isInstanceOf(BarsDamaged.class))
                    .hasMessageContaining("The stored 1m bars of BTC-USDT between 2023-11-");
            assertThat(archive.readBefore(BTC, Timeframe.M1, Long.MAX_VALUE, 1_000))
                    .isEqualTo(bars.copyOfRange(9_000, 10_000));
            assertThatThrownBy(() -> archive.append(BTC, Timeframe.M1, bars.copyOfRange(5_000, 5_010)))
                    .isInstanceOf(StoreException.class);

            archive.append(BTC, Timeframe.M1, bars.copyOfRange(4_000, 9_000));
            assertThat(archive.read(BTC, Timeframe.M1, 0, Long.MAX_VALUE)).isEqualTo(bars);
        }
    }

    private void flipABitInTheSecondChunk() throws Exception {
        try (Connection connection = connect();
                ResultSet chunk = connection
                        .createStatement()
                        .executeQuery("select chunk_id, content from bar_content order by chunk_id")) {
            chunk.next();
            chunk.next();
            byte[] content = chunk.getBytes(2);
            content[content.length / 2] ^= 4;
            try (PreparedStatement update =
                    connection.prepareStatement("update bar_content set content = ? where chunk_id = ?")) {
                update.setBytes(1, content);
                update.setLong(2, chunk.getLong(1));
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
        }
    }

    private Connection connect() throws Exception {
        return kind.connect(folder, Content.BARS);
    }

    @Test
    void whatAReaderDoesToItsBarsIsNotSeenByTheNext() {
        BarSeries bars = SampleBars.onGrid(3, 10_000, 0.01, 0.001);
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            archive.append(BTC, Timeframe.M1, bars);
            long from = bars.openTimeNanos()[3_000];
            long to = bars.openTimeNanos()[5_000];

            archive.read(BTC, Timeframe.M1, from, to).close()[0] = -1;
            BarSeries again = archive.read(BTC, Timeframe.M1, from, to);
            again.close()[1] = -1;

            assertThat(archive.read(BTC, Timeframe.M1, from, to)).isEqualTo(bars.copyOfRange(3_000, 5_000));
            assertThat(archive.readBefore(BTC, Timeframe.M1, to, 2_000)).isEqualTo(bars.copyOfRange(3_000, 5_000));
        }
    }

    @Test
    void listsWhatIsStored() {
        BarSeries bars = SampleBars.onGrid(4, 5_000, 0.01, 0.001);
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            archive.append(ES, Timeframe.H1, bars);
            archive.append(BTC, Timeframe.M1, bars.copyOfRange(0, 100));

            assertThat(archive.series())
                    .containsExactly(
                            new ArchivedSeries(BTC, Timeframe.M1, bars.firstTimeNanos(), bars.openTimeNanos()[99], 100),
                            new ArchivedSeries(ES, Timeframe.H1, bars.firstTimeNanos(), bars.lastTimeNanos(), 5_000));
        }
    }

    @Test
    void whatAnEngineMakesStaysOutOfAMendedStretchForGood() {
        Timeframe minutes = Timeframe.M1;
        long minute = minutes.nominalNanos();
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            archive.mend(BTC, minutes, 2 * minute, 4 * minute, constant(2 * minute, 3, 7));
            archive.mend(BTC, minutes, 4 * minute, 5 * minute, constant(4 * minute, 5, 7));
            archive.appendMade(BTC, minutes, constant(0, 7, 1));
            archive.appendMade(ES, minutes, constant(0, 7, 1));
        }
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(kind.place(folder))) {
            archive.appendMade(BTC, minutes, constant(0, 7, 1));
            BarSeries bars = archive.read(BTC, minutes, 0, 7 * minute);
            // Minute three is one for which the better source has no bar.
            assertThat(bars.close()).containsExactly(1, 1, 7, 7, 1, 1);
            assertThat(bars.openTimeNanos()[3]).isEqualTo(4 * minute);
            assertThat(archive.read(ES, minutes, 0, 7 * minute).close())
                    .containsOnly(1)
                    .hasSize(7);
            archive.append(BTC, minutes, constant(2 * minute, 4, 9));
            assertThat(archive.read(BTC, minutes, 2 * minute, 4 * minute).close())
                    .as("an import is no engine")
                    .containsExactly(9, 9);
        }
    }

    /** A bar a minute up to this one, all numbers alike. */
    private static BarSeries constant(long fromNanos, int toMinute, double number) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (long at = fromNanos; at < toMinute * Timeframe.M1.nominalNanos(); at += Timeframe.M1.nominalNanos()) {
            bars.add(at, number, number, number, number, number);
        }
        return bars.build();
    }
}
