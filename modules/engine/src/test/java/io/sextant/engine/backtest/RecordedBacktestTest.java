package io.sextant.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.engine.strategy.SeatWorld;
import io.sextant.engine.testing.CoreSession;
import io.sextant.engine.testing.TestMarket;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import io.sextant.marketdata.recording.FeedRecorder;
import io.sextant.marketdata.recording.RecordedFeed;
import io.sextant.simulator.SimulatedInstruments;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.OrderWish;
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
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedBacktestTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final long START = CoreSession.START_NANOS;
    private static final long SECOND = 1_000_000_000L;
    private static final long LATENCY = 50_000_000;
    private static final double CASH = 100_000;

    @TempDir
    static Path folder;

    private static Path shorter = Path.of("");
    private static Path longer = Path.of("");

    @BeforeAll
    static void record() throws IOException {
        shorter = folder.resolve("shorter.sxr");
        longer = folder.resolve("longer.sxr");
        TestMarket.record(shorter, 7, START, START + 120 * SECOND);
        TestMarket.record(longer, 7, START, START + 180 * SECOND);
    }

    /** What it saw; in and out every third bar, or an order that rests at the best bid. */
    private record Watching(List<Double> closes, List<Long> opens, boolean rests) implements StrategyKind {

        Watching(boolean rests) {
            this(new ArrayList<>(), new ArrayList<>(), rests);
        }

        @Override
        public String name() {
            return "watching";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public Needs needs(Choice choice) {
            return Needs.bars(1);
        }

        @Override
        public StrategyRun begin(Choice choice) {
            return (scene, wishes) -> {
                closes.add(scene.close(0));
                opens.add(scene.openTimeNanos(0));
                if (rests && scene.bars(0) % 4 == 0) {
                    wishes.order(new OrderWish(
                            0, Side.BUY, 0.1, scene.bid(0), scene.endNanos() + 10 * SECOND, Reason.of("at-the-bid")));
                } else if (!rests && scene.bars(0) % 3 == 0) {
                    wishes.hold(Target.strong(0, scene.bars(0) % 6 == 0 ? 0 : 0.5, Reason.of("third-bar")));
                }
            };
        }
    }

    private record Fill(Side side, long ticks, long lots, long fee, long nanos) {}

    private static final class Fills implements SeatListener {

        private final List<Fill> all = new ArrayList<>();

        @Override
        public void onFill(int own, Side side, long ticks, long lots, long fee, long nanos, Reason reason) {
            all.add(new Fill(side, ticks, lots, fee, nanos));
        }
    }

    private static RecordedMarket market(Path recording) throws IOException {
        try (RecordedFeed feed = RecordedFeed.open(recording)) {
            return RecordedMarket.read(feed, List.of(BTC), Timeframe.S5);
        }
    }

    private static BacktestRun run(Path recording, StrategyKind kind, SeatListener listener) throws IOException {
        RecordedMarket recorded = market(recording);
        try (RecordedFeed feed = RecordedFeed.open(recording)) {
            return RecordedBacktest.run(
                    feed,
                    recorded,
                    kind,
                    Choice.of(kind, Map.of()),
                    RecordedBacktest.terms(recorded, CASH, LATENCY),
                    SeatWorld.EMPTY,
                    listener,
                    () -> {});
        }
    }

    @Test
    void aStrategyHearsTheBarsThatTheTradesMake() throws IOException {
        Watching kind = new Watching(false);
        BacktestRun run = run(longer, kind, SeatListener.NOBODY);
        BarSeries bars = run.bars();
        assertThat(bars.size()).isGreaterThan(30);
        // The last bar is over with a report from after its end, which never comes.
        assertThat(kind.closes()).hasSize(bars.size() - 1);
        for (int i = 0; i < kind.closes().size(); i++) {
            assertThat(kind.opens().get(i)).isEqualTo(bars.openTimeNanos()[i]);
            assertThat(kind.closes().get(i)).isEqualTo(bars.close()[i]);
        }
        assertThat(run.timeNanos()).hasSize(bars.size());
    }

    /** The best quotes by time, read past the engine. */
    private static NavigableMap<Long, long[]> quotes(Path recording) throws IOException {
        NavigableMap<Long, long[]> quotes = new TreeMap<>();
        try (RecordedFeed feed = RecordedFeed.open(recording)) {
            int wanted = feed.instruments().indexOf(BTC);
            MarketSink sink = new MarketSink() {
                @Override
                public void onTrade(int i, long nanos, long ticks, long lots, Side aggressor) {}

                @Override
                public void onQuote(int i, long nanos, long bid, long bidLots, long ask, long askLots) {
                    if (i == wanted && bidLots > 0 && askLots > 0) {
                        quotes.put(nanos, new long[] {bid, ask});
                    }
                }

                @Override
                public void onLevel(int i, long nanos, Side side, long ticks, long lots) {}

                @Override
                public void onHeadline(Headline headline) {}

                @Override
                public void onStatus(FeedStatus status, String detail) {}
            };
            while (feed.nextNanos() != Feed.NOTHING_DUE) {
                feed.step(sink);
            }
        }
        return quotes;
    }

    @Test
    void whoTakesGetsWhatWasShownWhenTheOrderArrivedAndPaysTheTakersFee() throws IOException {
        Fills fills = new Fills();
        BacktestRun run = run(longer, new Watching(false), fills);
        NavigableMap<Long, long[]> quotes = quotes(longer);
        long takers = new SimulatedInstruments(START)
                .catalog()
                .getInstrument(BTC)
                .fees()
                .takerPartsPerMillion();
        assertThat(takers).isPositive();
        assertThat(fills.all).hasSizeGreaterThan(8);
        int atTheBest = 0;
        for (Fill fill : fills.all) {
            long[] shown = quotes.floorEntry(fill.nanos()).getValue();
            long best = fill.side() == Side.BUY ? shown[1] : shown[0];
            assertThat(fill.side().sign() * (fill.ticks() - best)).isBetween(0L, best / 500 + 1);
            atTheBest += fill.ticks() == best ? 1 : 0;
        }
        assertThat(atTheBest).isPositive();
        double turnover = 0;
        for (BacktestOrder order : run.orders()) {
            turnover += Math.abs(order.units()) * order.price();
            assertThat(order.fee()).isCloseTo(Math.abs(order.units()) * order.price() * takers / 1e6, within(1e-5));
        }
        assertThat(run.fees())
                .isCloseTo(turnover * takers / 1e6, within(1e-5 * run.orders().size()));
        assertThat(run.refusals()).isEmpty();
    }

    @Test
    void whatWasEarnedIsWhatTheTradesEarnedAndTheLastBarClosesAll() throws IOException {
        BacktestRun run = run(longer, new Watching(false), SeatListener.NOBODY);
        double earned = run.trades().stream().mapToDouble(BacktestTrade::profit).sum();
        assertThat(run.trades()).hasSizeGreaterThan(3);
        assertThat(run.equity()[run.size() - 1] - CASH).isCloseTo(earned, within(1e-4));
        double held = run.orders().stream().mapToDouble(BacktestOrder::units).sum();
        assertThat(held).isCloseTo(0, within(1e-9));
        assertThat(run.barsHeld()).isBetween(10, run.size() - 5);
    }

    /** A recording that ends earlier: what was done before its last bar is the same to the last bit. */
    @Test
    void aFutureThatIsCutOffChangesNothingBefore() throws IOException {
        BacktestRun cut = run(shorter, new Watching(false), SeatListener.NOBODY);
        BacktestRun whole = run(longer, new Watching(false), SeatListener.NOBODY);
        int last = cut.size() - 1;
        List<BacktestOrder> before =
                cut.orders().stream().filter(each -> each.bar() < last).toList();
        assertThat(before).hasSizeGreaterThan(4);
        assertThat(whole.orders()).startsWith(before.toArray(new BacktestOrder[0]));
        for (int i = 0; i < last; i++) {
            assertThat(whole.equity()[i]).as("bar " + i).isEqualTo(cut.equity()[i]);
        }
    }

    /** At the bid nobody is filled by what trades elsewhere: the price is the limit, and less is charged. */
    @Test
    void whoRestsIsFilledAtHisLimitAfterAWait() throws IOException {
        Fills fills = new Fills();
        BacktestRun run = run(longer, new Watching(true), fills);
        NavigableMap<Long, long[]> quotes = quotes(longer);
        List<Fill> bought =
                fills.all.stream().filter(each -> each.side() == Side.BUY).toList();
        assertThat(bought).isNotEmpty();
        for (Fill fill : bought) {
            // What rested was never dearer than the best offer of that moment.
            assertThat(fill.ticks())
                    .isLessThanOrEqualTo(quotes.floorEntry(fill.nanos()).getValue()[1]);
            assertThat((fill.nanos() - START) % (5 * SECOND)).isNotEqualTo(LATENCY);
        }
        assertThat(run.orders().getFirst().reason()).isEqualTo("at-the-bid");
    }

    @Test
    void refusesInASentenceWhatCannotBeTradedOn() throws IOException {
        SimulatedInstruments instruments = new SimulatedInstruments(START);
        Path bare = folder.resolve("bare.sxr");
        try (FeedRecorder recorder = FeedRecorder.create(bare, instruments.catalog(), "trades alone")) {
            for (int i = 0; i < 10; i++) {
                recorder.onTrade(
                        instruments.catalog().indexOf(BTC), START + i * 5L * SECOND, 100_000 + i, 10, Side.BUY);
            }
        }
        assertThatThrownBy(() -> market(bare)).hasMessageContaining("no book of BTC-USDT");
        try (RecordedFeed feed = RecordedFeed.open(bare)) {
            assertThatThrownBy(() -> RecordedMarket.read(feed, List.of(InstrumentId.of("NONE")), Timeframe.S5))
                    .hasMessage("the recording does not hold NONE");
        }
        try (RecordedFeed feed = RecordedFeed.open(shorter)) {
            assertThatThrownBy(() -> RecordedMarket.read(feed, List.of(BTC), Timeframe.H1))
                    .hasMessageContaining("has 1 bars of 1h of BTC-USDT, and at least 3");
        }
        assertThatThrownBy(() -> EventBacktest.run(
                        market(shorter).market(),
                        new Watching(false),
                        Choice.of(new Watching(false), Map.of()),
                        RecordedBacktest.terms(market(shorter), CASH, LATENCY)))
                .hasMessage("bars have no book to be filled in");
    }
}
