package io.sextant.engine;

import io.sextant.domain.chronicle.Chronicler;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.Event;
import io.sextant.domain.hosting.HostingBoard;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.History;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.risk.OrderRisk;
import io.sextant.domain.time.BackgroundThreads;
import io.sextant.engine.core.CompletedBars;
import io.sextant.engine.core.MarketPath;
import io.sextant.engine.core.TradingCore;
import io.sextant.engine.loop.EngineLoop;
import io.sextant.engine.recovery.Recovery;
import io.sextant.marketdata.MarketSink;
import io.sextant.marketdata.fundamental.CompanyArchive;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The engine in this process: recovered from its journal, running on its own thread, behind the one door. */
public final class LocalEngine implements EngineClient {

    private static final int JOB_THREADS = 1;
    private static final int LONG_ANSWERS = 2;

    private final EngineParts parts;
    private final EngineLoop loop;
    private final ArchiveWriter archiveWriter;
    private final JobRunner jobs;
    private final JobRunner trainings;
    private final JobRunner tests;
    private final BarHistory bars;
    private final BarReader reader;
    private final RiskDesk risk;
    private final RiskMonitor monitor;
    private final WhatIfDesk whatIf;
    private final WeightDesk weights;
    private final Recovery.Report recovery;
    private volatile @Nullable ForecastAnswers forecasts;
    private volatile @Nullable RegimeAnswers regimes;
    private volatile @Nullable HostingAnswers hosting;
    private volatile long recoveredNanos;
    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    /** What takes the processor for long is answered two at a time, by threads that give way to the loop. */
    private final ExecutorService longAnswers =
            Executors.newFixedThreadPool(LONG_ANSWERS, BackgroundThreads.named("sextant-answers-"));

    private final RuleShelf shelf;
    private final JobRunner rules;

    private LocalEngine(EngineParts parts, EngineLoop loop, ArchiveWriter archiveWriter, Recovery.Report recovery) {
        this.parts = parts;
        this.loop = loop;
        this.archiveWriter = archiveWriter;
        this.recovery = recovery;
        jobs = new JobRunner(parts.jobs(), "sextant-jobs-", JOB_THREADS);
        trainings = new JobRunner(new TrainingWorker(), "sextant-trainings-", JOB_THREADS);
        bars = new BarHistory(parts.archive(), !parts.feed().isReproducible());
        reader = new BarReader(
                parts.terms().instruments(),
                parts.archive(),
                bars,
                (instrument, timeframe) -> loop.read(core -> core.bars().newest(instrument, timeframe)),
                answers);
        risk = new RiskDesk(
                parts.terms().instruments(), wanted -> reader.read(wanted).join());
        monitor = new RiskMonitor(risk);
        whatIf = new WhatIfDesk(risk);
        tests = new JobRunner(
                new BacktestLab(wanted -> reader.read(wanted).join(), parts.lab()), "sextant-lab-", JOB_THREADS);
        shelf = new RuleShelf(parts.lab().strategies().folder());
        rules = new JobRunner(shelf, "sextant-rules-", JOB_THREADS);
        weights = new WeightDesk(
                parts.terms().instruments(), wanted -> reader.read(wanted).join(), parts.history()::fills);
    }

    /**
     * Always goes through recovery; a new journal is begun with the terms. Throws
     * {@link io.sextant.engine.recovery.ReplayDivergedException} when the journal cannot be trusted with this program.
     */
    public static LocalEngine open(EngineParts parts) {
        if (parts.journal().lastPosition() == 0) {
            Recovery.begin(parts.journal(), parts.terms());
        }
        ArchiveWriter archiveWriter = new ArchiveWriter(parts.archive());
        try {
            return open(parts, archiveWriter);
        } catch (RuntimeException e) {
            archiveWriter.close();
            throw e;
        }
    }

    private static LocalEngine open(EngineParts parts, ArchiveWriter archiveWriter) {
        TradingCore core = core(parts, archiveWriter);
        Recovery.Report report = Recovery.run(core, parts.journal(), parts.snapshots());
        archiveWriter.begin();
        EngineLoop loop = new EngineLoop(core, parts.journal(), parts.snapshots(), parts.clock(), parts.pause());
        LocalEngine engine = new LocalEngine(parts, loop, archiveWriter, report);
        loop.start(engine::announce);
        return engine;
    }

    /** The desk as the journal leaves it; nothing moves and no engine is started. */
    public static DeskPicture look(EngineParts parts) {
        TradingCore core = core(parts, CompletedBars.Sink.NONE);
        Recovery.run(core, parts.journal(), parts.snapshots());
        return new DeskPicture(
                EngineLoop.pictureAtRest(core, parts.journal()), core.views().gate());
    }

    private static TradingCore core(EngineParts parts, CompletedBars.Sink bars) {
        TradingCore core = new TradingCore(parts.terms(), parts.feed(), parts.venue(), parts.strategies(), bars);
        core.bars().seed(parts.archive());
        return core;
    }

    public Recovery.Report recovery() {
        return recovery;
    }

    @Override
    public CompletionStage<Answer> submit(CommandKey key, Command command) {
        return loop.submit(key, command).thenApplyAsync(answer -> answer, answers);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> CompletionStage<R> ask(Query<R> query) {
        History history = parts.history();
        CompletableFuture<?> answer = switch (query) {
            case Query.Instruments ignored ->
                CompletableFuture.completedFuture(parts.terms().instruments().all());
            case Query.Bars wanted -> reader.read(wanted);
            case Query.Readings(var instrument) -> reader.readings(instrument);
            case Query.Desk ignored -> deskNow();
            case Query.Gate ignored -> loop.read(core -> core.views().gate());
            case Query.Market(var instrument) -> loop.read(core -> core.views().market(instrument));
            case Query.Preview(var draft) -> loop.read(core -> core.views().preview(draft));
            case Query.PreviewBracket(var terms) ->
                loop.read(core -> core.views().preview(terms));
            case Query.RiskOfOrder(var drafts) -> riskOf(drafts);
            case Query.Size wanted -> deskNow().thenApplyAsync(desk -> risk.size(wanted, desk), answers);
            case Query.Risk wanted ->
                withSettings((desk, settings) ->
                        monitor.board(wanted, desk, history.equity(0, RiskMonitor.WORTHS), settings));
            case Query.WhatIf wanted -> withSettings((desk, settings) -> whatIf.board(wanted, desk, settings));
            case Query.Optimiser(var wish) -> deskNow().thenApplyAsync(desk -> weights.board(wish, desk), longAnswers);
            case Query.Strategies ignored ->
                later(() -> BacktestLab.cards(parts.lab().strategies()));
            case Query.OwnRules ignored -> later(shelf::files);
            case Query.ReadRules(String file) -> later(() -> shelf.open(file));
            case Query.CheckRules(var sheet) -> later(() -> RuleShelf.check(sheet));
            case Query.OrderHistory(int limit) -> later(() -> history.orders(limit));
            case Query.Fills(int limit) -> later(() -> history.fills(limit));
            case Query.OrderStory(var order) -> later(() -> history.story(order));
            case Query.Chronicle(var order) -> later(() -> new Chronicler(parts.terms(), history).find(order));
            case Query.NewestEvents(int limit) -> later(() -> history.newestEvents(limit));
            case Query.Equity(long fromNanos, int maxPoints) -> later(() -> history.equity(fromNanos, maxPoints));
            case Query.Archive ignored -> later(() -> parts.archive().series());
            case Query.Marks(var instrument, var timeframe) -> later(() -> bars.marks(instrument, timeframe));
            case Query.MacroList ignored -> later(() -> parts.macro().list());
            case Query.MacroAsKnown(String name, long atNanos) ->
                later(() -> parts.macro().read(name).asOf(atNanos));
            case Query.Books ignored -> loop.read(core -> core.views().books());
            case Query.Companies(long atNanos) -> later(() -> new CompanyArchive(parts.macro()).knownAt(atNanos));
            case Query.Forecasts(var instrument, var timeframe) ->
                later(() -> forecasts().board(instrument, timeframe));
            case Query.DueForecasts(var instrument, var timeframe, long from, long to) ->
                later(() -> forecasts().due(instrument, timeframe, from, to));
            case Query.Regimes(var instrument, var timeframe) ->
                later(() -> regimes().board(instrument, timeframe));
            case Query.HostedStrategies ignored -> hostedNow();
            case Query.AnswerTo(var key) -> loop.answerTo(key);
            case Query.Settings ignored -> loop.read(TradingCore::settings);
        };
        return ((CompletableFuture<R>) answer).thenApplyAsync(result -> result, answers);
    }

    @Override
    public <R> RunningJob<R> start(Job<R> job) {
        return switch (job) {
            case Job.TrainForecasts ignored -> trainings.start(job);
            case Job.FollowTraining ignored -> trainings.start(job);
            case Job.RunBacktest ignored -> tests.start(job);
            case Job.Examine ignored -> tests.start(job);
            case Job.RunSweep ignored -> tests.start(job);
            case Job.SaveRules ignored -> rules.start(job);
            default -> jobs.start(job);
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        return switch (topic) {
            case Topic.Events(long afterPosition) ->
                loop.publisher().subscribe(afterPosition, (Consumer<? super Event>) (Consumer<?>) listener);
            case Topic.Desk ignored -> loop.subscribe(topic, listener);
            case Topic.Gate ignored -> loop.subscribe(topic, listener);
            case Topic.Market ignored -> loop.subscribe(topic, listener);
            case Topic.Watchlist ignored -> loop.subscribe(topic, listener);
            case Topic.Bars ignored -> loop.subscribe(topic, listener);
        };
    }

    /**
     * Lets somebody hear the feed on the loop's thread from now on, after {@code standing} heard the levels that wait by then; both must neither
     * wait nor fail.
     */
    public CompletionStage<Void> tapMarket(UnaryOperator<MarketSink> tap, MarketPath.LevelListener standing) {
        return loop.read(core -> {
            core.marketPath().tap(tap, standing);
            return null;
        });
    }

    /** From now on it is asked for forecasts; it is closed by its owner, before the engine. */
    public void answerForecasts(ForecastAnswers answering) {
        forecasts = answering;
    }

    private ForecastAnswers forecasts() {
        ForecastAnswers known = forecasts;
        if (known == null) {
            throw new IllegalStateException("this engine has nobody who forecasts");
        }
        return known;
    }

    /** From now on it is asked for regimes; it is closed by its owner, before the engine. */
    public void answerRegimes(RegimeAnswers answering) {
        regimes = answering;
    }

    /** Lets the host of strategies look at the core on the loop's thread; it must neither wait nor fail. */
    public <R> CompletionStage<R> lookAtCore(Function<TradingCore, R> look) {
        return loop.read(look);
    }

    /** The newest bars, of which those of the base timeframe that the core has in memory were read just before. */
    public BarSeries barsUntilNow(InstrumentId instrument, Timeframe timeframe, int limit, BarSeries newestOfBase) {
        return bars.before(instrument, timeframe, Long.MAX_VALUE, limit, newestOfBase);
    }

    /** The timeframe whose bars the core keeps for this one. */
    public static Timeframe baseOf(Timeframe timeframe) {
        return BarHistory.base(timeframe);
    }

    /** Where the market stood when the journal had been gone through. */
    public long recoveredNanos() {
        return recoveredNanos;
    }

    /** From now on it is asked what hosted strategies think; it is closed by its owner, before the engine. */
    public void answerHosting(HostingAnswers answering) {
        hosting = answering;
    }

    private RegimeAnswers regimes() {
        RegimeAnswers known = regimes;
        if (known == null) {
            throw new IllegalStateException("this engine has nobody who tells regimes");
        }
        return known;
    }

    private final class TrainingWorker implements JobWorker {

        @Override
        @SuppressWarnings("unchecked")
        public <R> R work(Job<R> job, JobWorks.Progress progress) {
            return switch (job) {
                case Job.TrainForecasts training -> (R) forecasts().train(training, progress);
                case Job.FollowTraining training -> (R) forecasts().follow(training, progress);
                default -> throw new IllegalArgumentException("not a training: " + job);
            };
        }
    }

    /** Stops jobs and the loop, writes a last snapshot, and leaves journal, store, feed and venue to their owner. */
    @Override
    public void close() {
        trainings.close();
        tests.close();
        rules.close();
        jobs.close();
        try {
            loop.close();
        } finally {
            archiveWriter.close();
            longAnswers.shutdown();
            answers.shutdown();
        }
    }

    /** The state's fingerprint, for tests and support: equal hashes mean equal states. */
    public CompletionStage<Long> stateHash() {
        return loop.read(TradingCore::stateHash);
    }

    private CompletableFuture<DeskState> deskNow() {
        return loop.read(core -> core.views().desk(loop.shownMarketNanos(), loop.health()));
    }

    private CompletableFuture<HostingBoard> hostedNow() {
        HostingAnswers host = hosting;
        return loop.read(core ->
                        new HostingBoard(core.marketNanos(), core.hosted().strategies(), List.of()))
                .thenApplyAsync(board -> host == null ? board : host.board(board), answers);
    }

    private CompletableFuture<OrderRisk> riskOf(List<OrderDraft> drafts) {
        return deskNow()
                .thenCombineAsync(
                        loop.read(core ->
                                drafts.stream().map(core.views()::preview).toList()),
                        (desk, previews) -> risk.ofOrders(drafts, previews, desk),
                        answers);
    }

    private <R> CompletableFuture<R> withSettings(BiFunction<DeskState, Map<String, String>, R> board) {
        return deskNow().thenCombineAsync(loop.read(TradingCore::settings), board, longAnswers);
    }

    private <R> CompletableFuture<R> later(Supplier<R> read) {
        return CompletableFuture.supplyAsync(read, answers);
    }

    private void announce(TradingCore core) {
        recoveredNanos = core.marketNanos();
        core.announce(position -> new EngineStarted(
                position,
                core.marketNanos(),
                parts.terms().mode(),
                parts.terms().seed(),
                recovery.replayedRecords(),
                parts.journal().opening().cutBytes(),
                parts.journal().opening().damage()));
    }
}
