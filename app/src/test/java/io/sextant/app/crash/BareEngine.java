package io.sextant.app.crash;

import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.dataset.ChainSheet;
import io.sextant.domain.dataset.FilledSeries;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.event.Event;
import io.sextant.domain.fundamental.CompanyIntake;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.EquityCurve;
import io.sextant.domain.request.History;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.OrderLife;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.source.MacroIntake;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SystemClock;
import io.sextant.engine.EngineParts;
import io.sextant.engine.JobWorks;
import io.sextant.engine.LocalEngine;
import io.sextant.execution.Venue;
import io.sextant.execution.gate.DefaultLimits;
import io.sextant.marketdata.BarArchive;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.macro.MacroArchive;
import io.sextant.simulator.SimulatedExchange;
import io.sextant.simulator.SimulatedInstruments;
import io.sextant.simulator.SimulatorSettings;
import io.sextant.store.journal.FileJournal;
import io.sextant.store.journal.JournalOptions;
import io.sextant.store.snapshot.FileSnapshots;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** An engine with its real journal and snapshots and nothing else, so that it starts quickly. */
final class BareEngine {

    private static final long SEED = 5;
    private static final long START_NANOS = 1_780_000_000_000_000_000L;

    private BareEngine() {}

    static EngineClient open(Path folder) throws Exception {
        SystemClock clock = new SystemClock();
        SimulatedInstruments market = new SimulatedInstruments(START_NANOS);
        SimulatedExchange exchange = new SimulatedExchange(SimulatorSettings.of(SEED, START_NANOS));
        SessionTerms terms = new SessionTerms(
                TradingMode.SIMULATED,
                SEED,
                START_NANOS,
                exchange.name(),
                Currency.USD,
                List.of(new ConversionRate(Currency.USDT, Currency.USD, Price.of(1, 0), "fixed in the simulation")),
                List.of(Money.parse("100000", Currency.USD), Money.parse("100000", Currency.USDT)),
                CostBasis.AVERAGE,
                exchange.instruments());
        LocalEngine engine = LocalEngine.open(parts(terms, exchange, exchange, journal(folder, clock), folder, clock));
        engine.submit(
                new CommandKey("limits"),
                new ChangeRiskLimits(
                        DefaultLimits.of(market.catalog(), Money.parse("200000", Currency.USD), market::startTicks)));
        engine.submit(new CommandKey("pace"), new ChangeMarketPace(50, false))
                .toCompletableFuture()
                .get();
        return engine;
    }

    static FileJournal journal(Path folder, Clock clock) {
        return FileJournal.open(
                folder.resolve("journal"), JournalOptions.of(Pause.PARK, new SeededRandom(clock.nanos())));
    }

    static EngineParts parts(
            SessionTerms terms, Feed feed, Venue venue, FileJournal journal, Path folder, Clock clock) {
        return new EngineParts(
                terms,
                feed,
                venue,
                List.of(),
                journal,
                FileSnapshots.open(folder.resolve("snapshots")),
                new NoBars(),
                MacroArchive.NONE,
                new NoTables(),
                new NoJobs(),
                clock,
                Pause.PARK);
    }

    private static final class NoBars implements BarArchive {

        @Override
        public void append(InstrumentId instrument, Timeframe timeframe, BarSeries bars) {}

        @Override
        public BarSeries read(InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos) {
            return BarSeries.EMPTY;
        }

        @Override
        public BarSeries readBefore(InstrumentId instrument, Timeframe timeframe, long beforeNanos, int limit) {
            return BarSeries.EMPTY;
        }

        @Override
        public Set<Timeframe> timeframes(InstrumentId instrument) {
            return Set.of();
        }

        @Override
        public List<ArchivedSeries> series() {
            return List.of();
        }
    }

    private static final class NoTables implements History {

        @Override
        public List<OrderLife> orders(int limit) {
            return List.of();
        }

        @Override
        public List<Fill> fills(int limit) {
            return List.of();
        }

        @Override
        public List<Event> story(OrderId order) {
            return List.of();
        }

        @Override
        public List<Event> newestEvents(int limit) {
            return List.of();
        }

        @Override
        public void eachFill(long lastPosition, FillReader reader) {}

        @Override
        public EquityCurve equity(long fromNanos, int maxPoints) {
            return new EquityCurve(new long[0], new double[0]);
        }
    }

    private static final class NoJobs implements JobWorks {

        @Override
        public BarSeries simulateHistory(Job.SimulateHistory job, Progress progress) {
            return BarSeries.EMPTY;
        }

        @Override
        public long rebuildTables(Progress progress) {
            return 0;
        }

        @Override
        public List<FilledSeries> backFill(Job.BackFill job, Progress progress) {
            return List.of();
        }

        @Override
        public ChainSheet readChain(Job.ReadChain job, Progress progress) {
            throw new UnsupportedOperationException("no files here");
        }

        @Override
        public List<CompanyIntake> readCompanies(Job.ReadCompanies job, Progress progress) {
            return List.of();
        }

        @Override
        public List<MacroIntake> readMacro(Job.ReadMacro job, Progress progress) {
            return List.of();
        }

        @Override
        public ImportReport importFiles(Job.ImportFiles job, Progress progress) {
            return new ImportReport(List.of(), true, "");
        }

        @Override
        public long exportBars(Job.ExportBars job, Progress progress) {
            return 0;
        }

        @Override
        public QualityReport examineQuality(Job.ExamineQuality job, Progress progress) {
            throw new UnsupportedOperationException("no archive here");
        }
    }
}
