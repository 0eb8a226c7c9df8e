package io.sextant.engine.hosting;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.StrategyChanged;
import io.sextant.domain.hosting.HostPhase;
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.HostedOutlook;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.HostedWish;
import io.sextant.domain.hosting.HostingBoard;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Pause;
import io.sextant.engine.HostingAnswers;
import io.sextant.engine.LocalEngine;
import io.sextant.engine.core.HostedViews.BookNow;
import io.sextant.engine.core.TradingCore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the strategies that the desk agreed with, beside the core and through the engine's one door. Whether one is to run is the core's
 * state; this follows it, and pauses what fails, hangs or falls behind.
 */
public final class StrategyHost implements HostingAnswers, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(StrategyHost.class.getName());
    private static final long REST_NANOS = 20_000_000L;
    private static final int ROUNDS_BETWEEN_LOOKS = 50;

    private final LocalEngine engine;
    private final HostTap tap = new HostTap();
    private final HostedRun.Surroundings surroundings;
    private final long patienceNanos;
    private final Map<String, HostedRun> runs = new ConcurrentHashMap<>();
    private final Map<String, PositionCloser> closers = new ConcurrentHashMap<>();
    private final Map<String, Parity> parities = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    /** Whether strategies trade with real money here. */
    private volatile boolean ofRealMoney;

    private volatile boolean changed = true;
    private volatile boolean closing;
    private @Nullable Subscription events;

    /**
     * @param world what strategies are told of forecasts and regimes
     * @param shelf keeps shadows over a restart
     * @param patienceNanos how long a strategy may think about one report, by the wall
     * @param clock makes the keys of this process differ from those of the ones before it
     */
    public StrategyHost(
            LocalEngine engine,
            InstrumentCatalog catalog,
            HostKinds kinds,
            HostWorld world,
            ShadowShelf shelf,
            long patienceNanos,
            Clock clock,
            Pause pause) {
        this.engine = engine;
        this.patienceNanos = patienceNanos;
        String prefix = "host-" + Long.toString(clock.nanos(), Character.MAX_RADIX) + "-";
        surroundings = new HostedRun.Surroundings(
                engine,
                catalog,
                tap,
                kinds,
                world,
                shelf,
                () -> new CommandKey(prefix + sent.incrementAndGet()),
                clock,
                pause,
                this::failed);
        thread = Thread.ofPlatform()
                .name("sextant-strategies")
                .daemon(true)
                .priority(Thread.MIN_PRIORITY)
                .unstarted(() -> run(pause));
    }

    /** What was running before the engine was started goes on from here. */
    public void begin() {
        engine.tapMarket(tap::before, (instrument, timeNanos, side, priceTicks, lots) -> {});
        engine.lookAtCore(core -> {
                    core.hosted().listen(tap);
                    ofRealMoney = core.hosted().isOfRealMoney();
                    return true;
                })
                .toCompletableFuture()
                .join();
        events = engine.subscribe(new Topic.Events(Topic.Events.FROM_NOW), this::onEvent);
        thread.start();
    }

    private void onEvent(Event event) {
        changed |= event instanceof StrategyChanged;
    }

    private void run(Pause pause) {
        for (long round = 0; !closing; round++) {
            try {
                if (changed || round % ROUNDS_BETWEEN_LOOKS == 0) {
                    changed = false;
                    follow();
                }
                watch();
                closeOut();
            } catch (IllegalStateException | CompletionException cannotNow) {
                LOG.log(System.Logger.Level.DEBUG, "strategies cannot be followed now", cannotNow);
            }
            pause.parkNanos(REST_NANOS);
        }
    }

    /** Makes the runs what the core's stages say. */
    private void follow() {
        List<HostedStrategy> wanted = look(core -> core.hosted().strategies());
        for (HostedStrategy each : wanted) {
            String name = each.terms().name();
            HostedRun run = runs.get(name);
            boolean runs = each.stage() == HostedStage.RUNNING;
            if (run != null && (!runs || run.stageSinceNanos != each.sinceNanos())) {
                end(name);
                run = null;
            }
            if (run == null && runs) {
                if (ofRealMoney && isFromBefore(each)) {
                    askAgain(name);
                } else {
                    start(each);
                }
            }
            if (each.stage() == HostedStage.CLOSING && ofRealMoney && isFromBefore(each)) {
                askAgain(name);
            } else if (each.stage() == HostedStage.CLOSING) {
                closers.putIfAbsent(name, closer(each.terms()));
            } else {
                closers.remove(name);
            }
        }
        for (String name : List.copyOf(runs.keySet())) {
            if (wanted.stream().noneMatch(each -> each.terms().name().equals(name))) {
                end(name);
                parities.remove(name);
                surroundings.shelf().forget(name);
            }
        }
    }

    /** Whether nobody has steered it since this process began. */
    private boolean isFromBefore(HostedStrategy each) {
        return each.sinceNanos() <= engine.recoveredNanos();
    }

    /** With real money nothing goes on by itself after a restart: a person says so again. */
    private void askAgain(String name) {
        if (asked.add(name)) {
            engine.submit(
                            surroundings.keys().get(),
                            new SteerStrategy(name, HostSteering.PAUSE, StageCause.RESTARTED, ""))
                    .whenComplete((answer, failure) -> {
                        if (failure != null) {
                            asked.remove(name);
                        }
                    });
        }
    }

    /**
     * What it wished while it was away is carried out, as it holds what it held; what it wished before its first start is not. One that ran
     * when the process before this one ended was away since then.
     */
    private void start(HostedStrategy each) {
        HostingTerms terms = each.terms();
        long ranUntil = look(core -> core.hosted().findBook(terms.name()))
                .map(BookNow::ranUntilNanos)
                .orElse(0L);
        boolean ranBefore = isFromBefore(each);
        // Only once: later in this process the strategy's own book is what a shadow begins with.
        Optional<KeptShadow> kept = parities.containsKey(terms.name()) ? Optional.empty() : kept(terms);
        HostedRun run = new HostedRun(
                terms,
                each.sinceNanos(),
                ranBefore ? engine.recoveredNanos() : ranUntil,
                parities.computeIfAbsent(
                        terms.name(),
                        fresh -> kept.map(KeptShadow::parity).orElseGet(() -> new Parity(surroundings.catalog()))),
                kept.filter(shadow -> ranBefore && shadow.stageSinceNanos() == each.sinceNanos()),
                surroundings);
        runs.put(terms.name(), run);
        run.begin();
    }

    private Optional<KeptShadow> kept(HostingTerms terms) {
        return surroundings
                .shelf()
                .read(terms.name())
                .flatMap(bytes -> KeptShadow.read(bytes, surroundings.catalog()))
                .filter(shadow -> shadow.terms().equals(KeptShadow.terms(terms)));
    }

    private void end(String name) {
        HostedRun run = runs.remove(name);
        if (run != null) {
            run.end();
        }
    }

    private void watch() {
        for (Map.Entry<String, HostedRun> each : runs.entrySet()) {
            HostedRun run = each.getValue();
            if (run.hasLost()) {
                stop(run, HostSteering.PAUSE, StageCause.FELL_BEHIND, HostedRun.REPORTS_MAX + " reports wait for it.");
            } else if (run.thinkingNanos() > patienceNanos) {
                stop(
                        run,
                        HostSteering.PAUSE,
                        StageCause.FELL_BEHIND,
                        "It has thought about one report for longer than " + patienceNanos / 1_000_000_000.0 + " s.");
            }
        }
    }

    private void failed(HostedRun run, String how) {
        stop(run, HostSteering.STOP, StageCause.FAILED, how);
    }

    private void stop(HostedRun run, HostSteering how, StageCause cause, String why) {
        if (runs.remove(run.terms.name(), run)) {
            run.end();
            engine.submit(surroundings.keys().get(), new SteerStrategy(run.terms.name(), how, cause, why))
                    .whenComplete((answer, failure) -> {
                        if (failure != null && !closing) {
                            LOG.log(System.Logger.Level.WARNING, "a strategy could not be stopped", failure);
                        }
                    });
        }
    }

    private PositionCloser closer(HostingTerms terms) {
        return new PositionCloser(
                terms,
                surroundings.catalog(),
                command -> HostOrders.await(engine, surroundings.keys().get(), command));
    }

    private void closeOut() {
        closers.entrySet().removeIf(each -> {
            PositionCloser.Look now = look(core -> PositionCloser.Look.at(core, each.getKey()));
            return !each.getValue().step(now);
        });
    }

    @Override
    public HostingBoard board(HostingBoard books) {
        List<HostedStrategy> strategies =
                books.strategies().stream().map(this::with).toList();
        return new HostingBoard(books.timeNanos(), strategies, Conflicts.among(strategies));
    }

    private HostedStrategy with(HostedStrategy of) {
        HostedRun run = runs.get(of.terms().name());
        Parity parity = parities.get(of.terms().name());
        HostPhase idle = of.stage() == HostedStage.CLOSING ? HostPhase.CLOSING : HostPhase.IDLE;
        List<HostedWish> wishes = new ArrayList<>(run == null ? List.of() : run.wishes.values());
        wishes.sort(Comparator.comparingInt(wish -> of.terms().instruments().indexOf(wish.instrument())));
        return new HostedStrategy(
                of.terms(),
                of.stage(),
                of.cause(),
                of.why(),
                of.sinceNanos(),
                run == null ? idle : run.phase(),
                run == null ? 0 : run.warmUpDone(),
                run == null ? 0 : run.warmUpNeeded(),
                of.figures(),
                of.positions(),
                of.equity(),
                wishes,
                outlooks(of, run),
                of.fills(),
                of.refusals(),
                parity == null ? of.parity() : parity.meter(),
                of.isArmed());
    }

    private static List<HostedOutlook> outlooks(HostedStrategy of, @Nullable HostedRun run) {
        return run == null
                ? List.of()
                : of.terms().instruments().stream()
                        .map(run.outlooks::get)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private <R> R look(Function<TradingCore, R> at) {
        return engine.lookAtCore(at).toCompletableFuture().join();
    }

    /** Ends all runs; what they hold and whether they are to run stays with the core. The engine still runs. */
    @Override
    public void close() {
        closing = true;
        if (events != null) {
            events.close();
        }
        List.copyOf(runs.keySet()).forEach(this::end);
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
