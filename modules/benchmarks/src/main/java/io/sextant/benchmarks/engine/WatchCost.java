package io.sextant.benchmarks.engine;

import io.sextant.analytics.orderflow.BookSide;
import io.sextant.analytics.orderflow.FlowGuard;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SystemClock;
import io.sextant.engine.core.CompletedBars;
import io.sextant.engine.core.TradingCore;
import io.sextant.engine.watch.FlowWatch;
import io.sextant.execution.paper.PaperVenue;
import io.sextant.marketdata.MarketSink;
import io.sextant.simulator.SimulatedExchange;
import io.sextant.simulator.SimulatedInstruments;
import io.sextant.simulator.SimulatorSettings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What it costs the loop that somebody watches order flow: not at all, by the ring to a thread beside it, and inside of it. */
public final class WatchCost {

    private static final long START_NANOS = 1_780_000_000_000_000_000L;
    private static final int REPORTS = Integer.getInteger("reports", 3_000_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private final InstrumentCatalog instruments = new SimulatedInstruments(START_NANOS).catalog();
    private final Tape tape = new Tape();
    private long anomalies;

    private WatchCost() {}

    public static void main(String[] args) {
        WatchCost cost = new WatchCost();
        SimulatedExchange exchange = new SimulatedExchange(SimulatorSettings.of(1, START_NANOS));
        while (cost.tape.size < REPORTS) {
            exchange.step(cost.tape);
        }
        double[] best = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        for (int round = 0; round < ROUNDS; round++) {
            best[0] = Math.min(best[0], cost.run(UnaryOperator.identity()));
            best[1] = Math.min(best[1], cost.watched());
            best[2] = Math.min(best[2], cost.run(sink -> cost.new Inside(sink)));
        }
        System.out.printf(
                Locale.ENGLISH,
                "best of %d, processor ns of the loop a report: unwatched %.1f, watched beside the loop %.1f, guard inside of it %.1f%n",
                ROUNDS,
                best[0],
                best[1],
                best[2]);
    }

    private double watched() {
        try (FlowWatch watch =
                new FlowWatch(new Listener(), instruments, FlowGuard.Settings.USUAL, new SystemClock(), Pause.PARK)) {
            watch.begin();
            double nanos = run(watch::tap);
            System.out.printf(
                    Locale.ENGLISH,
                    "watched beside the loop: %.1f ns a report, %,d of %,d lost%n",
                    nanos,
                    watch.lost(),
                    tape.size);
            return nanos;
        }
    }

    private double run(UnaryOperator<MarketSink> tap) {
        TapeFeed feed = new TapeFeed(tape, instruments, false);
        TradingCore core = new TradingCore(
                terms(), feed, new PaperVenue(instruments.size(), 20_000_000), List.of(), CompletedBars.Sink.NONE);
        core.marketPath().tap(tap, (instrument, timeNanos, side, priceTicks, lots) -> {});
        // Time of the processor, not of the clock: what the watching thread takes elsewhere is not the loop's cost.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        while (core.nextNanos() != Long.MAX_VALUE && core.sequence() < tape.size) {
            core.step();
        }
        return (double) (threads.getCurrentThreadCpuTime() - begun) / tape.size;
    }

    private SessionTerms terms() {
        return new SessionTerms(
                TradingMode.PAPER,
                1,
                START_NANOS,
                "recorded stream",
                Currency.USD,
                List.of(new ConversionRate(Currency.USDT, Currency.USD, Price.of(1, 0), "fixed")),
                List.of(Money.parse("10000000", Currency.USD), Money.parse("10000000", Currency.USDT)),
                CostBasis.AVERAGE,
                instruments);
    }

    /** Counts what it is told. */
    private final class Listener implements EngineClient {

        @Override
        public CompletionStage<Answer> submit(CommandKey key, Command command) {
            anomalies++;
            return CompletableFuture.completedFuture(new Answer.Done(0, Optional.empty()));
        }

        @Override
        public <R> CompletionStage<R> ask(Query<R> query) {
            throw new UnsupportedOperationException("nobody asks here");
        }

        @Override
        public <R> RunningJob<R> start(Job<R> job) {
            throw new UnsupportedOperationException("nobody works here");
        }

        @Override
        public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
            throw new UnsupportedOperationException("nobody listens here");
        }

        @Override
        public void close() {}
    }

    /** The guard on the loop's own thread. */
    private final class Inside implements MarketSink {

        private final FlowGuard[] guards = new FlowGuard[instruments.size()];
        private final MarketSink sink;

        Inside(MarketSink sink) {
            this.sink = sink;
            for (int i = 0; i < guards.length; i++) {
                guards[i] =
                        new FlowGuard(FlowGuard.Settings.USUAL, (kind, nanos, side, price, size, score) -> anomalies++);
            }
        }

        @Override
        public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
            guards[instrument].trade(timeNanos, side(aggressor), priceTicks, lots);
            sink.onTrade(instrument, timeNanos, priceTicks, lots, aggressor);
        }

        @Override
        public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
            sink.onQuote(instrument, timeNanos, bidTicks, bidLots, askTicks, askLots);
        }

        @Override
        public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
            guards[instrument].level(timeNanos, side(side), priceTicks, lots);
            sink.onLevel(instrument, timeNanos, side, priceTicks, lots);
        }

        private static BookSide side(Side side) {
            return side == Side.BUY ? BookSide.BID : BookSide.ASK;
        }

        @Override
        public void onHeadline(Headline headline) {
            sink.onHeadline(headline);
        }

        @Override
        public void onStatus(FeedStatus status, String detail) {
            sink.onStatus(status, detail);
        }
    }
}
