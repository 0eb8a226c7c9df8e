package io.sextant.benchmarks.engine;

import com.sun.management.ThreadMXBean;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.SnapshotStore;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.order.StrategyLimits;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SystemClock;
import io.sextant.engine.NoJournal;
import io.sextant.engine.core.CompletedBars;
import io.sextant.engine.core.TradingCore;
import io.sextant.engine.loop.EngineLoop;
import io.sextant.engine.recovery.Recovery;
import io.sextant.execution.gate.DefaultLimits;
import io.sextant.execution.paper.PaperVenue;
import io.sextant.simulator.SimulatedExchange;
import io.sextant.simulator.SimulatedInstruments;
import io.sextant.simulator.SimulatorSettings;
import io.sextant.store.journal.FileJournal;
import io.sextant.store.journal.JournalOptions;
import io.sextant.strategy.Strategy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Events a second through the whole path on one core: a recorded stream, a trivial strategy, gate, order states, paper venue,
 * ledger, the real loop. With the journal off, and with every report journaled and fsynced as a live feed's are. The ratio of
 * the two comes from one run. Afterwards the journal of the second is recovered, and the time of that is told a million records.
 */
public final class EngineThroughput {

    private static final long START_NANOS = 1_780_000_000_000_000_000L;
    private static final int REPORTS = Integer.getInteger("reports", 3_000_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);

    private final SimulatedInstruments market = new SimulatedInstruments(START_NANOS);
    private final Tape tape = new Tape();

    private EngineThroughput() {}

    public static void main(String[] args) throws Exception {
        EngineThroughput bench = new EngineThroughput();
        bench.record();
        double off = 0;
        double on = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            off = Math.max(off, bench.run("journal off", new NoJournal(), false));
            on = Math.max(on, bench.journaled());
        }
        bench.latency();
        System.out.printf(
                Locale.ENGLISH, "best: journal off %,.0f events/s, on %,.0f events/s, ratio %.2f%n", off, on, on / off);
    }

    private void record() {
        SimulatedExchange exchange = new SimulatedExchange(SimulatorSettings.of(1, START_NANOS));
        while (tape.size < REPORTS) {
            exchange.step(tape);
        }
        System.out.printf(Locale.ENGLISH, "recorded %,d reports%n", tape.size);
    }

    private double journaled() throws Exception {
        Path folder = Files.createTempDirectory("sextant-bench");
        try {
            double rate;
            try (FileJournal journal = FileJournal.open(folder, JournalOptions.of(Pause.PARK, new SeededRandom(1)))) {
                Recovery.begin(journal, terms());
                rate = run("journal on ", journal, true);
            }
            try (FileJournal journal = FileJournal.open(folder, JournalOptions.of(Pause.PARK, new SeededRandom(2)))) {
                recover(journal);
            }
            return rate;
        } finally {
            delete(folder);
        }
    }

    private void recover(Journal journal) {
        TapeFeed feed = new TapeFeed(new Tape(), market.catalog(), true);
        TradingCore core =
                core(feed, new TimedVenue(new PaperVenue(market.catalog().size(), 20_000_000), feed));
        long begun = System.nanoTime();
        Recovery.Report report = Recovery.run(core, journal, NO_SNAPSHOTS);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ENGLISH,
                "recovery   %,d records in %.2f s, %.2f s a million%n",
                report.replayedRecords(),
                seconds,
                seconds * 1e6 / report.replayedRecords());
    }

    private double run(String name, Journal journal, boolean live) throws Exception {
        TapeFeed feed = new TapeFeed(tape, market.catalog(), live);
        TimedVenue venue = new TimedVenue(new PaperVenue(market.catalog().size(), 20_000_000), feed);
        TradingCore core = core(feed, venue);
        try (EngineLoop loop = new EngineLoop(core, journal, NO_SNAPSHOTS, new SystemClock(), Pause.PARK)) {
            loop.start(started -> {});
            limits(loop);
            long[] before = loop.read(EngineThroughput::progress).get();
            long journalBefore = journalCpuNanos();
            long begun = System.nanoTime();
            loop.submit(new CommandKey("go"), new ChangeMarketPace(ChangeMarketPace.UNLIMITED, false));
            long[] after = before;
            while (after[0] < tape.size) {
                TimeUnit.MILLISECONDS.sleep(2);
                after = loop.read(EngineThroughput::progress).get();
            }
            journal.flush();
            double seconds = (System.nanoTime() - begun) / 1e9;
            double rate = tape.size / seconds;
            System.out.printf(
                    Locale.ENGLISH,
                    "%s %,.0f events/s, %,d orders, processor time an event %.0f ns on the loop and %.0f ns on the journal's thread,"
                            + " %.1f bytes a tick allocated on the loop (%.0f an order)%n",
                    name,
                    rate,
                    venue.orders,
                    (double) (after[2] - before[2]) / tape.size,
                    (double) (journalCpuNanos() - journalBefore) / tape.size,
                    (double) (after[1] - before[1]) / tape.size,
                    (double) (after[1] - before[1]) / Math.max(1, venue.orders));
            return rate;
        }
    }

    /** The same core without loop or journal, timed from tick to order. */
    private void latency() {
        TapeFeed feed = new TapeFeed(tape, market.catalog(), false);
        TimedVenue venue = new TimedVenue(new PaperVenue(market.catalog().size(), 20_000_000), feed);
        TradingCore core = core(feed, venue);
        core.apply(START_NANOS, new CommandKey("limits"), limitsCommand());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        int quiet = 0;
        while (core.nextNanos() != Long.MAX_VALUE) {
            feed.measuring = core.sequence() > tape.size / 2;
            if (feed.measuring && bytes == 0) {
                bytes = threads.getCurrentThreadAllocatedBytes();
                quiet = (int) venue.orders;
            }
            core.step();
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - bytes;
        System.out.printf(
                Locale.ENGLISH,
                "core alone: %.2f bytes a tick, %.0f an order; tick to order p50 %,d ns, p99 %,d ns, p99.9 %,d ns (%,d orders)%n",
                allocated * 2.0 / tape.size,
                (double) allocated / Math.max(1, venue.orders - quiet),
                venue.tickToOrderNanos.getValueAtPercentile(50),
                venue.tickToOrderNanos.getValueAtPercentile(99),
                venue.tickToOrderNanos.getValueAtPercentile(99.9),
                venue.tickToOrderNanos.getTotalCount());
    }

    private static long[] progress(TradingCore core) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return new long[] {core.sequence(), threads.getCurrentThreadAllocatedBytes(), threads.getCurrentThreadCpuTime()
        };
    }

    private static long journalCpuNanos() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().equals("journal")) {
                nanos += threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return nanos;
    }

    private void limits(EngineLoop loop) throws Exception {
        loop.submit(new CommandKey("stand"), new ChangeMarketPace(1, true))
                .toCompletableFuture()
                .get();
        loop.submit(new CommandKey("limits"), limitsCommand())
                .toCompletableFuture()
                .get();
    }

    private ChangeRiskLimits limitsCommand() {
        Money equity = Money.parse("10000000", Currency.USD);
        StrategyLimits flipper = new StrategyLimits(
                "flipper",
                DefaultLimits.MAX_ORDER_VALUE,
                RateLimit.UNBOUNDED,
                RateLimit.UNBOUNDED,
                RateLimit.UNBOUNDED);
        return new ChangeRiskLimits(DefaultLimits.of(market.catalog(), equity, market::startTicks)
                .withAccount(AccountLimits.UNBOUNDED)
                .withStrategies(List.of(flipper)));
    }

    private TradingCore core(TapeFeed feed, TimedVenue venue) {
        return new TradingCore(
                terms(), feed, venue, List.of(new Flipper(market.catalog().size())), CompletedBars.Sink.NONE);
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
                market.catalog());
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static final SnapshotStore NO_SNAPSHOTS = new SnapshotStore() {
        @Override
        public void save(Snapshot snapshot) {}

        @Override
        public Optional<Snapshot> findNewest(long journalPosition, Predicate<Snapshot> readable) {
            return Optional.empty();
        }
    };

    /** Crosses the spread with one lot every thousandth quote of an instrument, buying and selling in turn. */
    private static final class Flipper implements Strategy {

        private static final int QUOTES_APART = 1_000;

        private final int[] quotes;

        Flipper(int instruments) {
            quotes = new int[instruments];
        }

        @Override
        public String name() {
            return "flipper";
        }

        @Override
        public void onQuote(
                int instrument,
                long timeNanos,
                long bidTicks,
                long bidLots,
                long askTicks,
                long askLots,
                OrderDesk desk) {
            if (bidLots == 0 || askLots == 0 || ++quotes[instrument] % QUOTES_APART != 0) {
                return;
            }
            if (desk.positionLots(instrument) > 0) {
                desk.placeLimit(instrument, Side.SELL, 1, bidTicks, BookEntry.IMMEDIATE_OR_CANCEL, "flip");
            } else {
                desk.placeLimit(instrument, Side.BUY, 1, askTicks, BookEntry.IMMEDIATE_OR_CANCEL, "flip");
            }
        }
    }
}
