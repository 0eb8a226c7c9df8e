package io.sextant.engine.forecast;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.TellForecastChange;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.forecast.DueBoard;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.LiveBars;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.BackgroundThreads;
import io.sextant.domain.time.Clock;
import io.sextant.engine.ForecastAnswers;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.engine.told.ToldBars;
import io.sextant.engine.told.ToldShelf;
import io.sextant.forecasting.registry.ModelRegistry;
import io.sextant.strategy.kind.Scene.Outlook;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The models of a desk, beside the engine and through its one door: they read bars as the window does, and what they decide goes in as
 * commands. The core knows nothing of them, so a journal of yesterday replays whatever models say today.
 */
public final class ForecastDesk implements ForecastAnswers, SeriesDesk, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ForecastDesk.class.getName());

    private final EngineClient engine;
    private final ForecastModels models;
    private final ModelRegistry registry;
    private final String keyPrefix;
    private final AtomicLong sent = new AtomicLong();
    private final Map<ForecastSubject, ForecastSeries> series = new ConcurrentHashMap<>();
    private final Queue<Subscription> subscriptions = new ConcurrentLinkedQueue<>();
    private final ExecutorService following = executor("sextant-forecasts");
    private final ExecutorService training = executor("sextant-training");
    private final ExecutorService computing =
            Executors.newCachedThreadPool(BackgroundThreads.named("sextant-computing-"));
    private final Set<ForecastSeries> queued = ConcurrentHashMap.newKeySet();
    private final Map<ForecastSeries, OwnTraining> running = new ConcurrentHashMap<>();
    private volatile Set<InstrumentId> moving = Set.of();
    private volatile ForecastWitness witness = ForecastWitness.NOBODY;
    private volatile boolean closing;
    private final ToldShelf shelf;
    private final Map<ForecastSubject, DueBook> due = new ConcurrentHashMap<>();
    private final Map<ForecastSubject, ToldBars<Outlook>> told = new ConcurrentHashMap<>();
    /** Bars that end until then are over, though no other has begun. */
    private final Map<ForecastSubject, Long> over = new ConcurrentHashMap<>();

    /** One that forgets what it told with the process. */
    public ForecastDesk(EngineClient engine, ForecastModels models, ModelRegistry registry, Clock clock) {
        this(engine, models, registry, ToldShelf.NONE, clock);
    }

    /**
     * @param shelf keeps what is told over a restart
     * @param clock makes the keys of this process differ from those of the ones before it
     */
    public ForecastDesk(
            EngineClient engine, ForecastModels models, ModelRegistry registry, ToldShelf shelf, Clock clock) {
        this.engine = engine;
        this.models = models;
        this.registry = registry;
        this.shelf = shelf;
        keyPrefix = "forecast-" + Long.toString(clock.nanos(), Character.MAX_RADIX) + "-";
    }

    /** Listens for champions that are chosen elsewhere. */
    public void begin() {
        subscriptions.add(engine.subscribe(new Topic.Events(Topic.Events.FROM_NOW), this::onEvent));
    }

    /** The setting that names a series' champion. */
    public static String championSetting(InstrumentId instrument, Timeframe timeframe) {
        return new ForecastSubject(instrument, timeframe).championSetting();
    }

    /** From now on it hears what every forecast missed by. */
    public void witnessedBy(ForecastWitness hears) {
        witness = hears;
    }

    @Override
    public StandingModel.Witness witness(ForecastSubject subject, StandingModel model, @Nullable Champion champion) {
        return (forecast, value, timeNanos) -> {
            if (champion != null) {
                champion.cameTrue(forecast, value, timeNanos);
            }
            witness.cameTrue(
                    subject.instrument(),
                    subject.timeframe(),
                    model.record().model(),
                    timeNanos - subject.timeframe().nominalNanos(),
                    Math.abs(value - forecast.quantile(1, 0.5)),
                    Math.abs(value - forecast.origin()));
        };
    }

    private static ExecutorService executor(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform()
                .name(name)
                .daemon(true)
                .priority(Thread.MIN_PRIORITY)
                .factory());
    }

    @Override
    public ForecastBoard board(InstrumentId instrument, Timeframe timeframe) {
        return series(new ForecastSubject(instrument, timeframe)).board();
    }

    @Override
    public List<ForecastBoard> standing(InstrumentId instrument) {
        return series.entrySet().stream()
                .filter(one -> one.getKey().instrument().equals(instrument))
                .map(one -> one.getValue().board())
                .toList();
    }

    /** What the champion expected when a bar was over: the models are brought there first if they are not there yet. */
    public CompletionStage<Optional<Outlook>> outlook(InstrumentId instrument, Timeframe timeframe, long endNanos) {
        ForecastSubject subject = new ForecastSubject(instrument, timeframe);
        ForecastSeries one = series(subject);
        ToldBars<Outlook> told = told(subject);
        if (told.untilNanos() >= endNanos) {
            return CompletableFuture.completedFuture(told.at(endNanos));
        }
        over.merge(subject, endNanos, Math::max);
        CompletableFuture<Optional<Outlook>> answer = new CompletableFuture<>();
        later(following, () -> {
            try {
                if (told.untilNanos() < endNanos && one.advance()) {
                    trainUsual(one);
                }
                answer.complete(told.at(endNanos));
            } finally {
                answer.completeExceptionally(new IllegalStateException("the forecasts cannot be asked"));
            }
        });
        return answer;
    }

    @Override
    public ToldBars<Outlook> told(ForecastSubject subject) {
        return told.computeIfAbsent(subject, fresh -> ToldOutlooks.with(shelf.of("forecast-" + fresh.fileName())));
    }

    @Override
    public void cameDue(ForecastSubject subject, Collection<StandingModel> standing) {
        due(subject).note(standing);
    }

    private DueBook due(ForecastSubject subject) {
        return due.computeIfAbsent(
                subject, fresh -> new DueBook(fresh, models.naive().name(), shelf.of("due-" + fresh.fileName())));
    }

    @Override
    public DueBoard due(InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos) {
        return due(new ForecastSubject(instrument, timeframe)).board(fromNanos, toNanos);
    }

    @Override
    public ForecastBoard train(Job.TrainForecasts job, Progress progress) {
        ForecastSeries wanted = series(new ForecastSubject(job.instrument(), job.timeframe()));
        wanted.train(job.models().isEmpty() ? models.usual() : job.models(), progress);
        return wanted.board();
    }

    @Override
    public ForecastBoard follow(Job.FollowTraining job, Progress progress) {
        ForecastSeries wanted = series(new ForecastSubject(job.instrument(), job.timeframe()));
        OwnTraining run = running.get(wanted);
        if (run != null) {
            run.accompany(progress);
        }
        return wanted.board();
    }

    private ForecastSeries series(ForecastSubject subject) {
        return series.computeIfAbsent(subject, fresh -> {
            ForecastSeries one = new ForecastSeries(fresh, models, registry, this);
            later(following, () -> {
                try {
                    open(fresh, one);
                } catch (RuntimeException failure) {
                    // The next question tries again.
                    series.remove(fresh, one);
                    throw failure;
                }
            });
            return one;
        });
    }

    private void open(ForecastSubject subject, ForecastSeries one) {
        if (one.open()) {
            trainUsual(one);
        }
        if (isMoving(subject.instrument())) {
            AtomicBoolean waiting = new AtomicBoolean();
            AtomicLong newest = new AtomicLong(Long.MIN_VALUE);
            subscriptions.add(engine.subscribe(
                    new Topic.Bars(subject.instrument(), subject.timeframe()),
                    live -> onBars(one, live, newest, waiting)));
        }
    }

    /** A new bar that forms tells that the one before it is over. */
    private void onBars(ForecastSeries one, LiveBars live, AtomicLong newest, AtomicBoolean waiting) {
        if (live.tail().isEmpty() || live.tail().lastTimeNanos() == newest.get()) {
            return;
        }
        newest.set(live.tail().lastTimeNanos());
        if (waiting.compareAndSet(false, true)) {
            later(following, () -> {
                waiting.set(false);
                if (one.advance()) {
                    trainUsual(one);
                }
            });
        }
    }

    private void trainUsual(ForecastSeries one) {
        if (!queued.add(one)) {
            return;
        }
        later(training, () -> {
            queued.remove(one);
            OwnTraining run = new OwnTraining(() -> closing);
            running.put(one, run);
            try {
                one.train(models.usual(), run);
            } catch (IllegalStateException cannotNow) {
                LOG.log(System.Logger.Level.DEBUG, "no training now", cannotNow);
            } finally {
                running.remove(one, run);
                run.over();
            }
        });
    }

    private void onEvent(Event event) {
        if (event instanceof SettingChanged changed) {
            ForecastSubject.findByChampionSetting(changed.key())
                    .map(series::get)
                    .ifPresent(one -> later(following, () -> one.crowned(changed.value())));
        }
    }

    private void later(ExecutorService where, Runnable work) {
        try {
            where.execute(() -> {
                try {
                    if (!closing) {
                        work.run();
                    }
                } catch (CancellationException closed) {
                    LOG.log(System.Logger.Level.DEBUG, "ended", closed);
                } catch (RuntimeException failure) {
                    if (!closing) {
                        LOG.log(System.Logger.Level.WARNING, "the forecasts met a fault", failure);
                    }
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.log(System.Logger.Level.DEBUG, "the desk is closing", closed);
        }
    }

    @Override
    public ClosedBars bars(ForecastSubject subject, int limit) {
        return read(subject, Long.MAX_VALUE, limit + 1, isMoving(subject.instrument()));
    }

    @Override
    public double[] valuesBetween(ForecastSubject subject, long fromEndNanos, long toEndNanos) {
        ClosedBars bars = read(subject, toEndNanos, ForecastSeries.BARS_LEARNED, false);
        double[] values = new double[bars.size()];
        int kept = 0;
        for (int i = 0; i < values.length; i++) {
            if (bars.endsNanos()[i] >= fromEndNanos && bars.endsNanos()[i] <= toEndNanos) {
                values[kept++] = bars.scale().toModel(bars.closes()[i]);
            }
        }
        return Arrays.copyOf(values, kept);
    }

    /** Whether its last bar still forms: known before any bar is read. */
    private boolean isMoving(InstrumentId instrument) {
        if (moving.isEmpty()) {
            moving = await(engine.ask(new Query.Instruments())).stream()
                    .map(Instrument::id)
                    .collect(Collectors.toUnmodifiableSet());
        }
        return moving.contains(instrument);
    }

    private ClosedBars read(ForecastSubject subject, long beforeNanos, int limit, boolean forming) {
        BarSeries bars =
                await(engine.ask(new Query.Bars(subject.instrument(), subject.timeframe(), beforeNanos, limit)));
        long length = subject.timeframe().nominalNanos();
        boolean isOver = !bars.isEmpty() && bars.lastTimeNanos() + length <= over.getOrDefault(subject, Long.MIN_VALUE);
        return ClosedBars.of(bars, forming && !isOver, length);
    }

    @Override
    public Map<String, String> settings() {
        return await(engine.ask(new Query.Settings()));
    }

    @Override
    public void remember(String setting, String value) {
        submit(new ChangeSetting(setting, value));
    }

    @Override
    public <R> R compute(Supplier<R> work) {
        try {
            return CompletableFuture.supplyAsync(work, computing).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } catch (RejectedExecutionException closed) {
            throw new CancellationException("the desk is closing");
        }
    }

    @Override
    public void tell(ForecastChange change) {
        submit(new TellForecastChange(change));
    }

    private void submit(Command command) {
        engine.submit(new CommandKey(keyPrefix + sent.incrementAndGet()), command)
                .whenComplete((answer, failure) -> {
                    if (failure != null && !closing) {
                        LOG.log(System.Logger.Level.WARNING, "the engine was not told of a model", failure);
                    }
                });
    }

    private static <R> R await(CompletionStage<R> answer) {
        try {
            return answer.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Ends trainings soon and listens no more. The engine still runs. */
    @Override
    public void close() {
        closing = true;
        subscriptions.forEach(Subscription::close);
        for (ExecutorService one : List.of(following, training, computing)) {
            one.shutdown();
        }
    }
}
