package io.sextant.remote.server;

import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.Clock;
import io.sextant.remote.identity.Principal;
import io.sextant.remote.protocol.Failure;
import io.sextant.remote.protocol.ResultTypes;
import io.sextant.remote.protocol.Role;
import io.sextant.remote.protocol.Said;
import io.sextant.remote.protocol.Told;
import io.sextant.remote.wire.Payload;
import io.sextant.remote.wire.UnreadableWireException;
import io.sextant.remote.wire.WireReader;
import io.sextant.remote.wire.WireWriter;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One client at the engine. What it says comes in one at a time; what it is told goes out on a thread of its own. */
final class Seat implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Seat.class.getName());

    /** Of each: a window has some dozens. */
    private static final int MOST_SUBSCRIPTIONS = 256;

    private static final int MOST_JOBS = 8;
    private static final int MOST_QUESTIONS = 64;

    private final EngineClient engine;
    private final CommandKeys keys;
    private final Questions questions;
    private final AuditTrail audit;
    private final Principal who;
    private final Wire wire;
    private final Broadcast shared;
    private final Outbound outbound;
    private final Map<Long, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final Map<Long, RunningJob<?>> jobs = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final LeavingOrders leaving;
    private volatile boolean closed;

    Seat(
            EngineClient engine,
            CommandKeys keys,
            Questions questions,
            AuditTrail audit,
            Broadcast shared,
            Clock clock,
            Principal who,
            Wire wire) {
        this.engine = engine;
        this.shared = shared;
        outbound = new Outbound(clock, shared.facts());
        this.keys = keys;
        this.questions = questions;
        this.audit = audit;
        this.who = who;
        this.wire = wire;
        leaving = new LeavingOrders((key, cancel) -> {
            Trail.done(audit, who, cancel);
            engine.submit(key, cancel);
        });
    }

    void begin(Told.Welcome welcome) {
        outbound.put(welcome);
        Thread.ofVirtual().name("sextant-seat-" + who.name()).start(this::speak);
    }

    private void speak() {
        try {
            for (Optional<String> next = outbound.take(); next.isPresent(); next = outbound.take()) {
                if (!wire.send(next.get())) {
                    close();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.WARNING, "what was to be said to " + who.name() + " met a fault", fault);
        } finally {
            close();
        }
    }

    void heard(String text) {
        Said said;
        try {
            said = Said.read(text);
        } catch (UnreadableWireException unreadable) {
            fail(idOf(text), Failure.UNREADABLE, String.valueOf(unreadable.getMessage()));
            return;
        }
        try {
            hear(said);
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.WARNING, "what a client said met a fault", fault);
            fail(said.id(), Failure.ENGINE, "The engine met a fault.");
        }
    }

    /** So that whoever waits for an answer gets one; 0 where even that cannot be read. */
    private static long idOf(String text) {
        try {
            return WireReader.tree(text).path("id").asLong(0);
        } catch (UnreadableWireException nothing) {
            return 0;
        }
    }

    private void hear(Said said) {
        switch (said) {
            case Said.Submit submit -> submit(submit);
            case Said.WhatBecameOf(long id, var key) ->
                keys.whatBecameOf(who, key).whenComplete((known, failure) -> {
                    if (failure != null) {
                        fail(id, failure);
                    } else {
                        known.ifPresentOrElse(
                                answer -> outbound.put(new Told.Answered(id, answer)),
                                () -> fail(id, Failure.NEVER_HEARD, "The engine never heard of this command."));
                    }
                });
            case Said.Ask(long id, Query<?> query) -> ask(id, query);
            case Said.Start(long id, Job<?> job) -> start(id, job);
            case Said.Cancel(long id) -> Optional.ofNullable(jobs.get(id)).ifPresent(RunningJob::cancel);
            case Said.Subscribe(long id, Topic<?> topic) -> subscribe(id, topic);
            case Said.Unsubscribe(long id) -> unsubscribe(id);
            case Said.OnLeaving(long _, boolean cancelsOrders) -> leaving.choose(cancelsOrders);
            case Said.Ping(long id) -> outbound.put(new Told.Pong(id));
        }
    }

    private void submit(Said.Submit submit) {
        if (!allowed(submit.id(), Permissions.needed(submit.command()), () -> audit.refused(who, submit.command()))) {
            return;
        }
        Trail.done(audit, who, submit.command());
        keys.submit(who, submit.key(), submit.command()).whenComplete((answer, failure) -> {
            if (failure == null) {
                leaving.answered(submit.command(), answer);
                outbound.put(new Told.Answered(submit.id(), answer));
            } else {
                fail(submit.id(), failure);
            }
        });
    }

    private void ask(long id, Query<?> query) {
        if (asked.incrementAndGet() > MOST_QUESTIONS) {
            asked.decrementAndGet();
            fail(id, Failure.TOO_MUCH, "There are " + MOST_QUESTIONS + " questions open already.");
            return;
        }
        questions.ask(who, query).whenComplete((value, failure) -> {
            asked.decrementAndGet();
            if (failure == null) {
                tell(id, () -> new Told.Known(id, new Payload(WireWriter.tree(value, ResultTypes.of(query)))));
            } else {
                fail(id, failure);
            }
        });
    }

    private void start(long id, Job<?> job) {
        String refused = "was refused the job " + job.getClass().getSimpleName();
        if (!allowed(id, Permissions.needed(job), () -> audit.line(who.name(), refused))) {
            return;
        }
        if (jobs.size() >= MOST_JOBS || jobs.containsKey(id)) {
            fail(id, Failure.TOO_MUCH, "There are " + MOST_JOBS + " jobs under way already.");
            return;
        }
        audit.line(who.name(), "began the job " + job);
        RunningJob<?> running = engine.start(job);
        jobs.put(id, running);
        if (closed) {
            running.cancel();
        }
        running.result().whenComplete((result, failure) -> {
            jobs.remove(id);
            if (failure == null) {
                tell(id, () -> new Told.Finished(id, new Payload(WireWriter.tree(result, ResultTypes.of(job)))));
            } else {
                fail(id, failure);
            }
        });
    }

    /** Making an answer may meet a fault; whoever waits is told. */
    private void tell(long id, Supplier<Told> answer) {
        try {
            outbound.put(answer.get());
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.WARNING, "an answer to " + who.name() + " met a fault", fault);
            fail(id, Failure.ENGINE, "The engine met a fault.");
        }
    }

    /** Called from time to time: a job says how far it is only when it is asked. */
    void tellProgress() {
        jobs.forEach((id, job) -> outbound.put(new Told.Progress(id, job.progress(), job.unitsDone())));
    }

    private void subscribe(long id, Topic<?> topic) {
        if (subscriptions.size() >= MOST_SUBSCRIPTIONS || subscriptions.containsKey(id)) {
            fail(id, Failure.TOO_MUCH, "There are too many subscriptions, or one of this number.");
            return;
        }
        Optional<String> refusal = shared.refusal(topic);
        if (refusal.isPresent()) {
            fail(id, Failure.REFUSED, refusal.get());
            return;
        }
        Subscription open = topic instanceof Topic.Events events ? facts(id, events) : state(id, topic);
        subscriptions.put(id, open);
        if (closed) {
            unsubscribe(id);
        }
    }

    /** Who wants them from now on is told where that is, so that he can go on from there whatever becomes of this line. */
    private Subscription facts(long id, Topic.Events wanted) {
        Topic.Events topic = wanted;
        OptionalLong newest = shared.newestFact();
        if (wanted.afterPosition() == Topic.Events.FROM_NOW && newest.isPresent()) {
            topic = new Topic.Events(newest.getAsLong());
            outbound.put(new Told.Begun(id, newest.getAsLong()));
        }
        return engine.subscribe(topic, event -> {
            try {
                if (Questions.mayHear(who, event)) {
                    outbound.putFact(new Told.Happened(id, event));
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Subscription state(long id, Topic<?> topic) {
        outbound.begin(id);
        return shared.states().listen(topic, frame -> outbound.putState(id, frame));
    }

    private void unsubscribe(long id) {
        Subscription open = subscriptions.remove(id);
        if (open != null) {
            open.close();
        }
        outbound.end(id);
    }

    /** Tells of subscriptions that the engine ended because their facts were not taken fast enough. */
    void tellEnded() {
        subscriptions.forEach((id, open) -> {
            if (!open.isOpen() && subscriptions.remove(id, open)) {
                outbound.end(id);
                outbound.put(new Told.Ended(id));
            }
        });
    }

    /** What is refused stands in the audit before whoever asked can know of it. */
    private boolean allowed(long id, Role needed, Runnable audited) {
        if (who.role().covers(needed)) {
            return true;
        }
        audited.run();
        fail(id, Failure.NOT_ALLOWED, "This needs the role " + needed + "; " + who.name() + " has " + who.role() + ".");
        return false;
    }

    private void fail(long id, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException) {
            fail(id, Failure.CANCELLED, "It was cancelled.");
        } else if (cause instanceof TooMuchException) {
            fail(id, Failure.TOO_MUCH, String.valueOf(cause.getMessage()));
        } else {
            fail(id, Failure.ENGINE, String.valueOf(cause.getMessage()));
        }
    }

    private void fail(long id, Failure failure, String sentence) {
        outbound.put(new Told.Failed(id, failure, sentence));
    }

    /** Ends all that was begun for this client. */
    @Override
    public void close() {
        closed = true;
        outbound.close();
        leaving.leave();
        subscriptions.keySet().forEach(this::unsubscribe);
        jobs.values().forEach(RunningJob::cancel);
        wire.close("");
    }
}
