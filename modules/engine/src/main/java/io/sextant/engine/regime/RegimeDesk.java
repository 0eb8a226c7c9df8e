package io.sextant.engine.regime;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.TellRegimeSwitch;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.regime.LimitShare;
import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimeSettings;
import io.sextant.domain.regime.RegimeSwitch;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.LiveBars;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.Clock;
import io.sextant.engine.RegimeAnswers;
import io.sextant.engine.forecast.ForecastDesk;
import io.sextant.engine.forecast.ForecastWitness;
import io.sextant.engine.told.ToldBars;
import io.sextant.engine.told.ToldShelf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
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
import java.util.stream.Collectors;

/**
 * The regimes of a desk, beside the engine and through its one door, like the models of forecasts: it reads bars as the window does, and what
 * it tells or sets goes in as commands, so that a journal of yesterday replays whatever is told today.
 */
public final class RegimeDesk implements RegimeAnswers, ForecastWitness, RegimeBench, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RegimeDesk.class.getName());

    private final EngineClient engine;
    private final String keyPrefix;
    private final AtomicLong sent = new AtomicLong();
    private final Map<RegimeSubject, RegimeSeries> series = new ConcurrentHashMap<>();
    private final Map<RegimeSubject, SkillByRegime> skills = new ConcurrentHashMap<>();
    private final Queue<Subscription> subscriptions = new ConcurrentLinkedQueue<>();
    private final ExecutorService following = executor("sextant-regimes");
    private final ExecutorService learning = executor("sextant-regime-learning");
    private volatile Set<InstrumentId> moving = Set.of();
    private volatile boolean choosesModels;
    private volatile boolean closing;
    private final ToldShelf shelf;
    /** Bars that end until then are over, though no other has begun. */
    private final Map<RegimeSubject, Long> over = new ConcurrentHashMap<>();

    /** One that forgets what it told of each bar with the process. */
    public RegimeDesk(EngineClient engine, Clock clock) {
        this(engine, ToldShelf.NONE, clock);
    }

    /**
     * @param shelf keeps what is told of each bar over a restart
     * @param clock makes the keys of this process differ from those of the ones before it
     */
    public RegimeDesk(EngineClient engine, ToldShelf shelf, Clock clock) {
        this.engine = engine;
        this.shelf = shelf;
        keyPrefix = "regime-" + Long.toString(clock.nanos(), Character.MAX_RADIX) + "-";
    }

    /** Follows the series that leads the desk, if one does, and listens for what a person sets. */
    public void begin() {
        subscriptions.add(engine.subscribe(new Topic.Events(Topic.Events.FROM_NOW), this::onEvent));
        later(following, this::obeyWhoLeads);
        later(following, () -> choosesModels = RegimeSettings.of(settings()).choosesModels());
    }

    private static ExecutorService executor(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform()
                .name(name)
                .daemon(true)
                .priority(Thread.MIN_PRIORITY)
                .factory());
    }

    @Override
    public RegimeBoard board(InstrumentId instrument, Timeframe timeframe) {
        return series(new RegimeSubject(instrument, timeframe)).board();
    }

    @Override
    public List<RegimeBoard> standing(InstrumentId instrument) {
        return series.entrySet().stream()
                .filter(one -> one.getKey().instrument().equals(instrument))
                .map(one -> one.getValue().board())
                .toList();
    }

    /** What was told when a bar was over: the series is brought there first if it is not there yet. */
    public CompletionStage<Optional<RegimeName>> regime(InstrumentId instrument, Timeframe timeframe, long endNanos) {
        RegimeSubject subject = new RegimeSubject(instrument, timeframe);
        RegimeSeries one = series(subject);
        if (one.toldBars().untilNanos() >= endNanos) {
            return CompletableFuture.completedFuture(one.toldBars().at(endNanos));
        }
        over.merge(subject, endNanos, Math::max);
        CompletableFuture<Optional<RegimeName>> answer = new CompletableFuture<>();
        later(following, () -> {
            try {
                if (one.toldBars().untilNanos() < endNanos && one.advance()) {
                    later(learning, one::learn);
                }
                answer.complete(one.toldBars().at(endNanos));
            } finally {
                answer.completeExceptionally(new IllegalStateException("the regimes cannot be asked"));
            }
        });
        return answer;
    }

    @Override
    public ToldBars<RegimeName> toldBars(RegimeSubject subject) {
        return RegimeSeries.toldWith(shelf.of("regime-" + subject.fileName()));
    }

    @Override
    public void cameTrue(
            InstrumentId instrument,
            Timeframe timeframe,
            String model,
            long madeNanos,
            double error,
            double naiveError) {
        RegimeSubject subject = new RegimeSubject(instrument, timeframe);
        skill(subject).add(model, madeNanos, error, naiveError);
        if (choosesModels) {
            // Whose models are to follow regimes must have some, though nobody looks at them.
            series(subject);
        }
    }

    private SkillByRegime skill(RegimeSubject subject) {
        return skills.computeIfAbsent(subject, fresh -> new SkillByRegime());
    }

    private RegimeSeries series(RegimeSubject subject) {
        return series.computeIfAbsent(subject, fresh -> {
            RegimeSeries one = new RegimeSeries(fresh, this, skill(fresh));
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

    private void open(RegimeSubject subject, RegimeSeries one) {
        if (one.open()) {
            later(learning, one::learn);
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
    private void onBars(RegimeSeries one, LiveBars live, AtomicLong newest, AtomicBoolean waiting) {
        if (live.tail().isEmpty() || live.tail().lastTimeNanos() == newest.get()) {
            return;
        }
        newest.set(live.tail().lastTimeNanos());
        if (waiting.compareAndSet(false, true)) {
            later(following, () -> {
                waiting.set(false);
                if (one.advance()) {
                    later(learning, one::learn);
                }
            });
        }
    }

    private void onEvent(Event event) {
        if (event instanceof SettingChanged changed && RegimeSettings.isOurs(changed.key())) {
            later(following, this::obey);
        } else if (event instanceof SettingChanged changed && changed.key().equals(RegimeSettings.MODELS)) {
            later(following, () -> {
                choosesModels = RegimeSettings.of(settings()).choosesModels();
                Set.copyOf(skills.keySet()).forEach(this::chooseModel);
            });
        }
    }

    /** Puts the model in the champion's place that is measured to be better while this regime lasts, or the usual one back. */
    private void chooseModel(RegimeSubject subject) {
        Map<String, String> settings = settings();
        boolean wanted = RegimeSettings.of(settings).choosesModels();
        Optional<LentPlace> place = LentPlace.read(settings.getOrDefault(subject.lentSetting(), ""));
        String champion = ForecastDesk.championSetting(subject.instrument(), subject.timeframe());
        if ((!wanted && place.isEmpty()) || !settings.containsKey(champion)) {
            return;
        }
        RegimeSeries one = series(subject);
        LentPlace.change(
                        settings.getOrDefault(champion, ""),
                        await(engine.ask(new Query.Forecasts(subject.instrument(), subject.timeframe()))),
                        place,
                        (usual, others) -> wanted ? one.betterThan(usual, others) : Optional.empty())
                .ifPresent(change -> {
                    submit(new ChangeSetting(champion, change.champion()));
                    submit(new ChangeSetting(subject.lentSetting(), change.placeText()));
                });
    }

    /** A cap that stands stays where nobody is known to want another: who set it is not known either. */
    private void obeyWhoLeads() {
        if (RegimeSettings.of(settings()).restrains()) {
            obey();
        }
    }

    /** Sets what the gate reads, as the leading series and the person ask for it. */
    private void obey() {
        Map<String, String> settings = settings();
        RegimeSettings wanted = RegimeSettings.of(settings);
        Optional<RegimeName> told = wanted.guide().flatMap(guide -> {
            RegimeSubject subject = RegimeSubject.of(guide);
            return series(subject).told().or(() -> rememberedRegime(subject));
        });
        String cap = wanted.cap(told).text();
        if (!cap.equals(settings.getOrDefault(ExposureCap.SETTING, ExposureCap.NONE.text()))) {
            submit(new ChangeSetting(ExposureCap.SETTING, cap));
        }
        String share = wanted.limitShare(told).text();
        if (!share.equals(settings.getOrDefault(LimitShare.SETTING, LimitShare.WHOLE.text()))) {
            submit(new ChangeSetting(LimitShare.SETTING, share));
        }
    }

    private void later(ExecutorService where, Runnable work) {
        try {
            where.execute(() -> {
                try {
                    if (!closing) {
                        work.run();
                    }
                } catch (RuntimeException failure) {
                    if (!closing) {
                        LOG.log(System.Logger.Level.WARNING, "the regimes met a fault", failure);
                    }
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.log(System.Logger.Level.DEBUG, "the desk is closing", closed);
        }
    }

    @Override
    public EndedBars bars(RegimeSubject subject, int limit) {
        BarSeries bars =
                await(engine.ask(new Query.Bars(subject.instrument(), subject.timeframe(), Long.MAX_VALUE, limit + 1)));
        long length = subject.timeframe().nominalNanos();
        boolean isOver = !bars.isEmpty() && bars.lastTimeNanos() + length <= over.getOrDefault(subject, Long.MIN_VALUE);
        return EndedBars.of(bars, isMoving(subject.instrument()) && !isOver, length);
    }

    @Override
    public Optional<RegimeName> rememberedRegime(RegimeSubject subject) {
        String word = settings().getOrDefault(subject.toldSetting(), "");
        for (RegimeName name : RegimeName.values()) {
            if (name.name().equals(word)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    @Override
    public void tell(RegimeSwitch change, RegimeSubject subject) {
        submit(new TellRegimeSwitch(change));
        submit(new ChangeSetting(subject.toldSetting(), change.now().name()));
        later(following, this::obeyWhoLeads);
        later(following, () -> chooseModel(subject));
    }

    private Map<String, String> settings() {
        return await(engine.ask(new Query.Settings()));
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

    private void submit(Command command) {
        engine.submit(new CommandKey(keyPrefix + sent.incrementAndGet()), command)
                .whenComplete((answer, failure) -> {
                    if (failure != null && !closing) {
                        LOG.log(System.Logger.Level.WARNING, "the engine was not told of a regime", failure);
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

    /** Listens no more. The engine still runs. */
    @Override
    public void close() {
        closing = true;
        subscriptions.forEach(Subscription::close);
        for (ExecutorService one : List.of(following, learning)) {
            one.shutdown();
        }
    }
}
