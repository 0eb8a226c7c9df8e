package io.sextant.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.engine.strategy.SeatWorld;
import io.sextant.engine.testing.CoreSession;
import io.sextant.engine.testing.TestMarket;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import io.sextant.marketdata.depth.DepthView;
import io.sextant.marketdata.recording.FeedRecorder;
import io.sextant.marketdata.recording.RecordedFeed;
import io.sextant.marketdata.recording.SeveralRecordings;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run over several recordings: of other instruments, and of other days. */
class SeveralRecordingsTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final InstrumentId ETH = InstrumentId.of("ETH-USDT");
    private static final long START = CoreSession.START_NANOS;
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final double CASH = 100_000;

    @TempDir
    static Path folder;

    private static Path whole = Path.of("");
    private static Path bitcoins = Path.of("");
    private static Path ethers = Path.of("");
    private static Path nextDay = Path.of("");

    @BeforeAll
    static void record() throws IOException {
        whole = folder.resolve("whole.sxr");
        nextDay = folder.resolve("next-day.sxr");
        TestMarket.record(whole, 7, START, START + 90 * SECOND);
        TestMarket.record(nextDay, 8, START + DAY, START + DAY + 60 * SECOND);
        bitcoins = only(whole, BTC, "bitcoins.sxr");
        ethers = only(whole, ETH, "ethers.sxr");
    }

    /** What a recording tells of one instrument. */
    private static Path only(Path recording, InstrumentId id, String name) throws IOException {
        Path file = folder.resolve(name);
        try (RecordedFeed all = RecordedFeed.open(recording)) {
            Instrument one = all.instruments().getInstrument(id);
            ChosenFeed chosen = new ChosenFeed(all, new InstrumentCatalog(List.of(one)));
            try (FeedRecorder recorder = FeedRecorder.create(file, chosen.instruments(), "one of " + recording)) {
                recorder.record(chosen, Feed.NOTHING_DUE);
            }
        }
        return file;
    }

    /** In and out of each instrument at bars of its own; notes the bars that it hears. */
    private record Turning(List<String> heard) implements StrategyKind {

        @Override
        public String name() {
            return "turning";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public Needs needs(Choice choice) {
            return new Needs(1, 2, 1, 1, List.of(), false, false, false);
        }

        @Override
        public StrategyRun begin(Choice choice) {
            return (scene, wishes) -> {
                for (int k = 0; k < scene.instruments(); k++) {
                    if (scene.isNew(k)) {
                        heard.add(k + " " + scene.openTimeNanos(k) + " " + scene.close(k));
                        if (scene.bars(k) % 3 == k) {
                            wishes.hold(Target.strong(k, scene.bars(k) % 2 == 0 ? 0 : 0.3, Reason.of("third-bar")));
                        }
                    }
                }
            };
        }
    }

    private static BacktestRun run(Turning kind, List<InstrumentId> chosen, Path... files) throws IOException {
        RecordedMarket recorded;
        try (SeveralRecordings feed = SeveralRecordings.open(List.of(files))) {
            feed.checkFitTogether(chosen);
            recorded = RecordedMarket.read(feed, chosen, Timeframe.S5);
        }
        try (SeveralRecordings feed = SeveralRecordings.open(List.of(files))) {
            return RecordedBacktest.run(
                    feed,
                    recorded,
                    kind,
                    Choice.of(kind, Map.of()),
                    RecordedBacktest.terms(recorded, CASH, 50_000_000),
                    SeatWorld.EMPTY,
                    SeatListener.NOBODY,
                    () -> {});
        }
    }

    /** One file a instrument is the same market as one file of both. */
    @Test
    void recordingsOfSeveralInstrumentsAreOneMarket() throws IOException {
        Turning together = new Turning(new ArrayList<>());
        BacktestRun one = run(together, List.of(BTC, ETH), whole);
        Turning apart = new Turning(new ArrayList<>());
        BacktestRun two = run(apart, List.of(BTC, ETH), bitcoins, ethers);
        assertThat(one.orders()).hasSizeGreaterThan(8);
        assertThat(one.orders().stream().map(BacktestOrder::instrument).distinct())
                .hasSize(2);
        assertThat(two.orderStreamHash()).isEqualTo(one.orderStreamHash());
        assertThat(two.equity()).isEqualTo(one.equity());
        assertThat(apart.heard()).isEqualTo(together.heard());
        assertThat(run(new Turning(new ArrayList<>()), List.of(BTC, ETH), ethers, bitcoins)
                        .equity())
                .as("in whatever order they are named")
                .isEqualTo(one.equity());
    }

    @Test
    void daysFollowEachOtherAndWhatIsHeldGoesOn() throws IOException {
        Turning first = new Turning(new ArrayList<>());
        BacktestRun alone = run(first, List.of(BTC), whole);
        Turning both = new Turning(new ArrayList<>());
        BacktestRun run = run(both, List.of(BTC), nextDay, whole);
        int last = alone.size() - 1;
        assertThat(run.size()).isGreaterThan(last + 8);
        assertThat(run.timeNanos()[alone.size()]).isGreaterThanOrEqualTo(START + DAY);
        List<BacktestOrder> before =
                alone.orders().stream().filter(each -> each.bar() < last).toList();
        assertThat(before).isNotEmpty();
        assertThat(run.orders()).startsWith(before.toArray(new BacktestOrder[0]));
        assertThat(both.heard()).startsWith(first.heard().toArray(new String[0]));
        // Each bar but the last is over with a report from after its end, the last of the first day with the first of
        // the next.
        assertThat(both.heard()).hasSize(run.size() - 1);
        assertThat(run.orders().stream().mapToDouble(BacktestOrder::units).sum())
                .isBetween(-1e-9, 1e-9);
        assertThat(run.refusals()).isEmpty();
        assertThat(run(new Turning(new ArrayList<>()), List.of(BTC), whole, nextDay)
                        .orderStreamHash())
                .isEqualTo(run.orderStreamHash());
    }

    /** Notes how deep the books were before the next day began, and what status was told. */
    private static final class Books implements MarketSink {

        private final DepthView depth;
        private final int btc;
        private final List<FeedStatus> statuses = new ArrayList<>();
        private int deepest;
        private boolean bidIsGone;

        Books(InstrumentCatalog instruments) {
            depth = new DepthView(instruments.size());
            btc = instruments.indexOf(BTC);
        }

        private int levels() {
            return depth.levels(btc, Side.BUY) + depth.levels(btc, Side.SELL);
        }

        @Override
        public void onTrade(int i, long nanos, long ticks, long lots, Side aggressor) {}

        @Override
        public void onQuote(int i, long nanos, long bid, long bidLots, long ask, long askLots) {
            if (i == btc) {
                bidIsGone = bidLots == 0;
            }
        }

        @Override
        public void onLevel(int i, long nanos, Side side, long ticks, long lots) {
            depth.onLevel(i, side, ticks, lots);
            deepest = Math.max(deepest, levels());
        }

        @Override
        public void onHeadline(Headline headline) {}

        @Override
        public void onStatus(FeedStatus status, String detail) {
            statuses.add(status);
        }
    }

    /** A book of yesterday is nobody's offer of today, and another recording's book stays. */
    @Test
    void booksOfARecordingEndWithIt() throws IOException {
        try (SeveralRecordings feed = SeveralRecordings.open(List.of(whole, nextDay))) {
            Books books = new Books(feed.instruments());
            while (feed.nextNanos() < START + DAY) {
                feed.step(books);
            }
            assertThat(books.deepest).isGreaterThan(20);
            assertThat(books.levels()).isZero();
            assertThat(books.bidIsGone).isTrue();
            assertThat(books.statuses).isEmpty();
            while (feed.nextNanos() != Feed.NOTHING_DUE) {
                feed.step(books);
            }
            assertThat(books.statuses).containsExactly(FeedStatus.ENDED);
        }
        Path shorter = folder.resolve("shorter.sxr");
        TestMarket.record(shorter, 7, START, START + 30 * SECOND);
        Path early = only(shorter, ETH, "early-ethers.sxr");
        try (SeveralRecordings feed = SeveralRecordings.open(List.of(early, bitcoins))) {
            Books books = new Books(feed.instruments());
            int eth = feed.instruments().indexOf(ETH);
            while (feed.nextNanos() < START + 40 * SECOND) {
                feed.step(books);
            }
            assertThat(books.depth.levels(eth, Side.BUY)).isZero();
            assertThat(books.levels()).isGreaterThan(10);
        }
    }

    @Test
    void refusesWhatCannotBeToldTogether() throws IOException {
        Path later = folder.resolve("later.sxr");
        TestMarket.record(later, 9, START + 60 * SECOND, START + 120 * SECOND);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(new Turning(new ArrayList<>()), List.of(BTC), whole, later))
                .withMessageContaining("whole.sxr and ")
                .withMessageContaining("later.sxr both tell BTC-USDT from ")
                .withMessageEndingWith("each moment of an instrument is told once");
        assertThat(run(new Turning(new ArrayList<>()), List.of(ETH), ethers, nextDay)
                        .size())
                .as("what nobody asks for may overlap")
                .isPositive();
        try (SeveralRecordings feed = SeveralRecordings.open(List.of(whole, bitcoins))) {
            feed.checkFitTogether(List.of(ETH));
            assertThatIllegalArgumentException().isThrownBy(() -> feed.checkFitTogether(List.of(ETH, BTC)));
        }
        InstrumentId share = InstrumentId.of("QUILL.SIM");
        try (SeveralRecordings feed = SeveralRecordings.open(List.of(whole))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RecordedMarket.read(feed, List.of(BTC, share), Timeframe.S5))
                    .withMessageContaining("a run has one currency");
        }
    }
}
