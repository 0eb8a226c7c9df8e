package io.sextant.app.session;

import io.sextant.analytics.orderflow.FlowGuard;
import io.sextant.app.alert.AlertSending;
import io.sextant.app.forecast.DeskModels;
import io.sextant.app.speech.DeskVoice;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.domain.session.DeskVenues;
import io.sextant.domain.session.LastTime;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.domain.time.WallClock;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.engine.DailyRisk;
import io.sextant.engine.EngineParts;
import io.sextant.engine.JobWorks;
import io.sextant.engine.LabKeeping;
import io.sextant.engine.LocalEngine;
import io.sextant.engine.alert.AlertDesk;
import io.sextant.engine.forecast.ForecastDesk;
import io.sextant.engine.habit.HabitWatch;
import io.sextant.engine.hosting.HostWorld;
import io.sextant.engine.hosting.ShadowFiles;
import io.sextant.engine.hosting.StrategyHost;
import io.sextant.engine.passport.PassportDesk;
import io.sextant.engine.recovery.Recovery;
import io.sextant.engine.recovery.ReplayDivergedException;
import io.sextant.engine.regime.RegimeDesk;
import io.sextant.engine.schedule.ScheduleKeeper;
import io.sextant.engine.told.ToldFile;
import io.sextant.engine.watch.FlowWatch;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.KnownPast;
import io.sextant.execution.gate.DefaultLimits;
import io.sextant.marketdata.fundamental.CompanyArchive;
import io.sextant.notify.outbox.Outbox;
import io.sextant.reference.company.CompanyDesk;
import io.sextant.reference.key.KeyRing;
import io.sextant.reference.macro.MacroDesk;
import io.sextant.reference.news.NewsKeeper;
import io.sextant.store.SextantStore;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A running desk on this machine: store, market, engine. Opened in that order, closed in the opposite one. */
public final class DeskSession implements AutoCloseable {

    private static final int ANSWER_SECONDS = 30;
    /** Where a desk keeps what it told at each bar. */
    private static final String TOLD = "told";

    private static final String SHADOWS = "shadows";

    private static final long STRATEGY_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Path folder;
    private final SextantStore store;
    private final MarketChoice market;
    private final LocalEngine engine;
    private final long openedAtMarketNanos;
    private final long openedAtSequence;
    private final long openedAfterPosition;
    private final SystemScheduler timer = new SystemScheduler("schedules");
    private final ScheduleKeeper schedules;
    private final NewsKeeper news;
    private final FlowWatch watch;
    private final ForecastDesk forecasts;
    private final RegimeDesk regimes;
    private final DailyRisk dailyRisk;
    private final StrategyHost strategies;
    private final AlertDesk alerts;
    private final HabitWatch habits;
    private Optional<Outbox> outbox = Optional.empty();
    private final PassportDesk passports;
    private final OpenMark mark;
    private final Optional<LastTime> lastTime;
    private boolean closed;

    private DeskSession(
            Path folder,
            OpenMark mark,
            Optional<LastTime> lastTime,
            SextantStore store,
            MarketChoice market,
            LocalEngine engine,
            DeskState first,
            long openedAfterPosition,
            DeskStrategies kinds) {
        this.folder = folder;
        this.mark = mark;
        this.lastTime = lastTime;
        this.store = store;
        this.market = market;
        this.engine = engine;
        openedAtMarketNanos = first.marketNanos();
        openedAtSequence = first.health().eventsHandled();
        this.openedAfterPosition = openedAfterPosition;
        schedules = new ScheduleKeeper(engine, new WallClock(), timer);
        news = new NewsKeeper(
                engine, market.terms().instruments(), new KeyRing(System.getenv()), new SystemClock(), timer);
        watch = new FlowWatch(
                engine,
                market.terms().instruments(),
                DeskVenues.of(market.terms()),
                FlowGuard.Settings.USUAL,
                new SystemClock(),
                Pause.PARK);
        engine.tapMarket(watch::tap, watch::standing);
        watch.begin();
        forecasts = new ForecastDesk(
                engine, new DeskModels(), store.models(), ToldFile.in(folder.resolve(TOLD)), new SystemClock());
        engine.answerForecasts(forecasts);
        regimes = new RegimeDesk(engine, ToldFile.in(folder.resolve(TOLD)), new SystemClock());
        engine.answerRegimes(regimes);
        forecasts.witnessedBy(regimes);
        forecasts.begin();
        regimes.begin();
        dailyRisk = new DailyRisk(engine, new SystemClock());
        dailyRisk.begin();
        passports = new PassportDesk(
                engine,
                order -> engine.lookAtCore(core -> core.views().orderNotes().find(order)),
                forecasts,
                regimes,
                new SystemClock(),
                timer);
        passports.begin();
        strategies = new StrategyHost(
                engine,
                market.terms().instruments(),
                kinds,
                HostWorld.of(forecasts, regimes),
                new ShadowFiles(folder.resolve(SHADOWS)),
                STRATEGY_PATIENCE_NANOS,
                new SystemClock(),
                Pause.PARK);
        engine.answerHosting(strategies);
        alerts = new AlertDesk(engine, new SystemClock(), timer);
        habits = new HabitWatch(engine);
    }

    /** Opens a desk, a new one where there is none; {@code preparing} hears what takes a while. */
    public static DeskSession open(DeskOptions options, Consumer<String> preparing) {
        DeskSession session = openForAMoment(options, preparing);
        session.strategies.begin();
        session.alerts.begin(session.openedAfterPosition);
        session.habits.begin(session.openedAfterPosition);
        return session;
    }

    /** The same for a command that looks or does one thing: strategies that are to run do not begin for it, and no alert is watched. */
    public static DeskSession openForAMoment(DeskOptions options, Consumer<String> preparing) {
        Clock clock = new SystemClock();
        Path folder = SessionFolder.of(options);
        DataFormat.note(options.dataFolder().orElseGet(DataFolder::usual));
        SextantStore store = StoreOpening.open(folder, options.mending(), trades(options), clock);
        Deque<AutoCloseable> opened = new ArrayDeque<>(List.of(store));
        OpenMark mark = OpenMark.set(folder, clock.nanos());
        try {
            MarketChoice market = MarketChoice.of(options, folder, Recovery.findTerms(store.journal()), clock);
            opened.push(market);
            market.prepare(store.bars(), preparing);
            long lastPosition = store.journal().lastPosition();
            LocalEngine engine = openEngine(folder, store, market, clock, LabFolder.of(options, folder));
            opened.push(engine);
            DeskState first = settle(engine, market, options);
            // Only recovery looks at the snapshots, so what is wrong with them is known now.
            store.findings().forEach(preparing);
            market.begin(known(engine, market, first), store.bars());
            Path dataFolder = options.dataFolder().orElseGet(DataFolder::usual);
            DeskStrategies kinds = new DeskStrategies(dataFolder);
            Optional<LastTime> lastTime = mark.lastTime(first, engine.recovery(), dataFolder);
            return new DeskSession(folder, mark, lastTime, store, market, engine, first, lastPosition, kinds);
        } catch (RuntimeException | Error e) {
            mark.putBack();
            closeAll(opened, e);
            throw e;
        }
    }

    private static KnownPast known(LocalEngine engine, MarketChoice market, DeskState desk) {
        List<MarketState> markets = market.terms().instruments().all().stream()
                .map(instrument ->
                        await(engine.ask(new Query.Market(instrument.id())).toCompletableFuture()))
                .toList();
        return KnownPast.of(desk.marketNanos(), markets);
    }

    private static boolean trades(DeskOptions options) {
        return options.live().flatMap(LiveChoice::trading).isPresent();
    }

    private static void closeAll(Deque<AutoCloseable> opened, Throwable why) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                why.addSuppressed(e);
            }
        }
    }

    private static LocalEngine openEngine(
            Path folder, SextantStore store, MarketChoice market, Clock clock, LabKeeping lab) {
        try {
            return LocalEngine.open(parts(folder, store, market, clock, lab));
        } catch (ReplayDivergedException e) {
            throw SessionProblem.diverged(folder, e);
        }
    }

    static EngineParts parts(Path folder, SextantStore store, MarketChoice market, Clock clock, LabKeeping lab) {
        return new EngineParts(
                market.terms(),
                market.feed(),
                market.venue(),
                List.of(),
                store.journal(),
                store.snapshots(),
                store.bars(),
                store.macro(),
                store.history(),
                new EngineJobs(
                        progress -> rebuild(store, progress),
                        store.bars(),
                        instrument -> isOwn(market.terms(), instrument),
                        folder.resolve("quarantine"),
                        new MacroDesk(store.macro(), new KeyRing(System.getenv()), clock),
                        new CompanyDesk(new CompanyArchive(store.macro()), new KeyRing(System.getenv()), clock),
                        market::findPast,
                        clock),
                clock,
                Pause.PARK,
                lab);
    }

    /** Imports must not mix the real past of an instrument with the simulated one. */
    private static boolean isOwn(SessionTerms terms, InstrumentId instrument) {
        return terms.mode() == TradingMode.SIMULATED && terms.instruments().contains(instrument);
    }

    private static long rebuild(SextantStore store, JobWorks.Progress progress) {
        long last = Math.max(1, store.journal().lastPosition());
        return store.rebuildTables(position -> progress.done((double) position / last));
    }

    /**
     * Sets limits on a new desk, which could not trade without, those of the account on one from before there were any, and the pace
     * that was asked for.
     */
    private static DeskState settle(LocalEngine engine, MarketChoice market, DeskOptions options) {
        DeskState desk = await(engine.ask(new Query.Desk()).toCompletableFuture());
        long position = desk.health().journalPosition();
        if (desk.limits().byInstrument().isEmpty()) {
            submit(
                    engine,
                    "limits-" + position,
                    new ChangeRiskLimits(DefaultLimits.of(
                            market.terms().instruments(), desk.account().equity(), market::referenceTicks)));
        }
        if (desk.limits().findAccount().filter(AccountLimits.UNBOUNDED::equals).isPresent()) {
            submit(
                    engine,
                    "account-limits-" + position,
                    new ChangeRiskLimits(desk.limits()
                            .withAccount(DefaultLimits.account(desk.account().equity()))));
        }
        options.timesRealTime()
                .ifPresent(pace -> submit(engine, "pace-" + position, new ChangeMarketPace(pace, false)));
        return desk;
    }

    private static void submit(LocalEngine engine, String key, Command command) {
        Answer answer = await(engine.submit(new CommandKey(key), command).toCompletableFuture());
        if (answer instanceof Answer.Refused refused) {
            throw new SessionProblem(refused.refusal().sentence());
        }
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the engine was starting", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the engine does not answer", e);
        }
    }

    public EngineClient client() {
        return engine;
    }

    /**
     * From now on alerts leave by their channels; once.
     *
     * @param keys what lets them in there
     * @param voice where somebody sits at this machine, so that sound and voice make sense
     */
    public synchronized void sendAlerts(VenueKeys keys, Optional<DeskVoice> voice) {
        if (outbox.isEmpty() && !closed) {
            outbox = Optional.of(AlertSending.of(engine, keys, voice, new SystemClock(), timer));
        }
    }

    /** Reads the news sources by the clock. */
    public NewsKeeper news() {
        return news;
    }

    public SessionTerms terms() {
        return market.terms();
    }

    /** How a live feed is, empty for a market that needs no network. */
    public Optional<FeedHealth> feedHealth() {
        return market.feedHealth();
    }

    public Path folder() {
        return folder;
    }

    /** What opening had to set aside or leave out, a sentence each. */
    public List<String> findings() {
        return store.findings();
    }

    /** How the desk was when it ended without being closed; empty when it had been closed, or is new. */
    public Optional<LastTime> lastTime() {
        return lastTime;
    }

    public Recovery.Report recovery() {
        return engine.recovery();
    }

    public long openedAtMarketNanos() {
        return openedAtMarketNanos;
    }

    public long openedAtSequence() {
        return openedAtSequence;
    }

    /** The end of the journal as it was found: what follows was written by this opening, what recovery had to make again first. */
    public long openedAfterPosition() {
        return openedAfterPosition;
    }

    /** Once is enough; closing twice does no harm. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        ClosingInOrder.all(
                habits::close,
                alerts::close,
                () -> outbox.ifPresent(Outbox::close),
                strategies::close,
                passports::close,
                schedules::close,
                news::close,
                watch::close,
                forecasts::close,
                dailyRisk::close,
                regimes::close,
                timer::close,
                engine::close,
                market::close,
                store::close);
        mark.remove();
    }
}
