package io.sextant.engine.alert;

import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.alert.AlertCondition.Happening;
import io.sextant.domain.alert.AlertCondition.IndicatorAt;
import io.sextant.domain.alert.AlertCondition.Standing;
import io.sextant.domain.alert.AlertFiring;
import io.sextant.domain.alert.AlertPlan;
import io.sextant.domain.alert.AlertState;
import io.sextant.domain.alert.LevelTest;
import io.sextant.domain.alert.LevelTest.Look;
import io.sextant.domain.alert.LevelTest.Step;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of a desk, beside the engine and through its one door. What is watched it reads from the desk's settings, and each firing it
 * writes there, the alert's own state with the firing in it first: nothing is kept here that a crash could lose.
 */
public final class AlertDesk implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AlertDesk.class.getName());
    private static final long LOOK_NANOS = 5_000_000_000L;
    private static final long LEAVING_SECONDS = 5;

    /** So far back a desk that opens hears again what happened: what a crash kept an alert from is told then. */
    static final long HEARD_AGAIN = 2_000;

    private final EngineClient engine;
    private final Clock clock;
    private final String keyPrefix;
    private final Map<String, Watched> watched = new LinkedHashMap<>();
    private final Map<String, ChangeSetting> notYetKept = new LinkedHashMap<>();
    private final Set<String> refused = new LinkedHashSet<>();
    private final StandingLooks looks;
    private final ExecutorService thinking = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .name("sextant-alerts")
            .daemon(true)
            .priority(Thread.MIN_PRIORITY)
            .factory());
    private final Scheduler.Cancellable looking;
    private volatile @Nullable Subscription events;
    private long heardPosition;
    private long told;
    private long sent;
    private volatile boolean closing;

    /** @param clock makes the keys of this process differ from those of the ones before it, and tells quiet hours */
    public AlertDesk(EngineClient engine, Clock clock, Scheduler scheduler) {
        this.engine = engine;
        this.clock = clock;
        keyPrefix = "alert-" + Long.toString(clock.nanos(), Character.MAX_RADIX) + "-";
        looks = new StandingLooks(engine, this::later, this::seen);
        looking = scheduler.every(LOOK_NANOS, this::look);
    }

    /** @param journalEnd the newest place of the journal before this desk did anything */
    public void begin(long journalEnd) {
        later(() -> {
            heardPosition = Math.max(0, journalEnd - HEARD_AGAIN);
            AlertBook book = AlertBook.of(settings());
            told = book.lastNumber();
            book.alerts().forEach(entry -> watched.put(entry.plan().name(), new Watched(entry.plan(), entry.state())));
            mend(book);
            // Nobody can put them back any more: that was for as long as the window was open.
            book.orphans().forEach(alert -> submit(AlertState.removal(alert)));
            follow();
            looks.look(standing());
            listen();
        });
    }

    /** A crash may have kept a firing from its own place; it stands in its alert's state. */
    private void mend(AlertBook book) {
        Map<String, String> settings = settings();
        for (AlertBook.Entry entry : book.alerts()) {
            entry.state()
                    .last()
                    .filter(firing -> AlertFiring.findIn(Map.entry(
                                    firing.toSetting().key(),
                                    settings.getOrDefault(firing.toSetting().key(), "")))
                            .map(kept -> kept.number() < firing.number())
                            .orElse(true))
                    .ifPresent(firing -> submit(firing.toSetting()));
        }
    }

    private void listen() {
        events = engine.subscribe(new Topic.Events(heardPosition), event -> later(() -> heard(event)));
    }

    /** By the clock: numbers that nobody pushes, what a busy engine refused, and subscriptions that it ended or never began. */
    void look() {
        later(() -> {
            Subscription open = events;
            if (open != null && !open.isOpen()) {
                listen();
            }
            submitAgain();
            follow();
            looks.look(standing());
        });
    }

    private List<Watched> standing() {
        long now = clock.nanos();
        return watched.values().stream()
                .filter(one -> one.plan().condition() instanceof Standing && one.isAwake(now))
                .toList();
    }

    private void follow() {
        looks.follow(
                watched.values().stream().map(one -> one.plan().condition()).toList());
    }

    private void heard(Event event) {
        if (event.position() <= heardPosition) {
            return;
        }
        heardPosition = event.position();
        if (event instanceof SettingChanged changed) {
            planned(changed);
            return;
        }
        long now = clock.nanos();
        for (Watched one : List.copyOf(watched.values())) {
            if (one.plan().condition() instanceof Happening condition
                    && one.isAwake(now)
                    && one.hears(event.timeNanos(), event.position())) {
                Happenings.find(condition, event)
                        .ifPresent(what -> fire(one, what, event.timeNanos(), event.position()));
            }
        }
    }

    /** An older word on an alert is heard again when a desk opens; the settings know the newest. */
    private void planned(SettingChanged changed) {
        Map.Entry<String, String> setting = Map.entry(changed.key(), changed.value());
        Optional<String> removed = AlertPlan.findRemovedIn(setting);
        Optional<AlertPlan> plan = AlertPlan.findIn(setting);
        if (removed.isEmpty() && plan.isEmpty()) {
            return;
        }
        String name = removed.or(() -> plan.map(AlertPlan::name)).orElseThrow();
        Optional<AlertBook.Entry> newest = AlertBook.of(settings()).find(name);
        if (newest.isEmpty()) {
            watched.remove(name);
        } else {
            AlertPlan wanted = newest.get().plan();
            Watched known = watched.get(name);
            if (known == null || !known.plan().equals(wanted)) {
                watched.put(name, new Watched(wanted, newest.get().state()));
            }
        }
        follow();
        looks.look(standing());
    }

    /** A number was read for those that wait for it. */
    private void seen(Watched one, Look look, Optional<String> words) {
        if (watched.get(one.plan().name()) != one || !one.isAwake(clock.nanos())) {
            return;
        }
        Step step = one.step(look, this::marketNow);
        switch (step) {
            case FIRES -> fire(one, words.orElseGet(() -> LevelTest.plain(one.value(look))), marketNow(), 0);
            case REARMS -> {
                one.rearm();
                submit(one.state().toSetting());
            }
            case NOTHING -> {}
        }
    }

    /** Bars tell their beginning; what is kept is when it was seen. */
    private long marketNow() {
        return await(engine.ask(new Query.Desk())).marketNanos();
    }

    private void fire(Watched one, String value, long marketNanos, long position) {
        AlertFiring firing = one.fire(++told, value, marketNanos, clock.nanos(), position);
        AlertState state = one.state();
        submit(state.toSetting());
        submit(firing.toSetting());
    }

    /** An engine that is busy refuses; what it was to keep is asked again at the next look, unless something newer took its place. */
    private void submit(ChangeSetting setting) {
        notYetKept.remove(setting.key());
        notYetKept.put(setting.key(), setting);
        engine.submit(new CommandKey(keyPrefix + ++sent), setting).whenComplete((answer, failure) -> {
            if (failure == null && !(answer instanceof Answer.Refused)) {
                later(() -> notYetKept.remove(setting.key(), setting));
            } else if (!closing) {
                LOG.log(System.Logger.Level.WARNING, "an alert is not kept yet: " + answer, failure);
                later(() -> refused.add(setting.key()));
            }
        });
    }

    /** In the order of asking: the state of an alert comes before its firing. */
    private void submitAgain() {
        List<ChangeSetting> again = notYetKept.values().stream()
                .filter(setting -> refused.contains(setting.key()))
                .toList();
        refused.clear();
        again.forEach(this::submit);
    }

    private Map<String, String> settings() {
        return await(engine.ask(new Query.Settings()));
    }

    static <R> R await(CompletionStage<R> answer) {
        try {
            return answer.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void later(Runnable work) {
        try {
            thinking.execute(() -> {
                try {
                    if (!closing) {
                        work.run();
                    }
                } catch (RuntimeException failure) {
                    if (!closing) {
                        LOG.log(System.Logger.Level.WARNING, "the alerts met a fault", failure);
                    }
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.log(System.Logger.Level.DEBUG, "the desk is closing", closed);
        }
    }

    /** Whether a feature can be watched from bars alone; a sentence says why it cannot. */
    public static Optional<String> whyNotWatched(IndicatorAt condition) {
        return IndicatorReading.whyNot(condition.feature());
    }

    @Override
    public void close() {
        closing = true;
        looking.close();
        thinking.shutdown();
        try {
            thinking.awaitTermination(LEAVING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Only now: whoever still thought might have begun another.
        Subscription open = events;
        if (open != null) {
            open.close();
        }
        looks.close();
    }
}
