package io.sextant.remote.client;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.remote.protocol.Failure;
import io.sextant.remote.protocol.ResultTypes;
import io.sextant.remote.protocol.Said;
import io.sextant.remote.protocol.Told;
import io.sextant.remote.wire.UnreadableWireException;
import io.sextant.remote.wire.WireReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * An engine on another machine. It opens its line anew whenever it breaks, and goes on with every subscription where it was. While it is not up,
 * commands are refused and never kept for later: a price that was right when somebody pressed a button need not be right when the line is back. A
 * command that was on its way when the line broke is asked after, not sent again.
 */
public final class RemoteEngine implements EngineClient {

    private static final System.Logger LOG = System.getLogger(RemoteEngine.class.getName());

    private final LineKeeper link;
    private final List<Consumer<LinkState>> watchers = new CopyOnWriteArrayList<>();
    private final ExecutorService delivering = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sextant-remote").daemon(true).factory());

    // All below: guarded by this, as is the link.
    private final Map<Long, Pending> pending = new HashMap<>();
    private final Map<Long, FarJob<?>> jobs = new HashMap<>();
    private final Map<Long, Heard<?>> heard = new HashMap<>();
    /** States that the engine ended; asked for anew with the next beat, since what it cannot tell it may not be able to tell at once either. */
    private final List<Heard<?>> ended = new ArrayList<>();

    private long newestFact;
    private long ids;
    private boolean cancelsOnLeaving;
    private Optional<Told.Welcome> welcome = Optional.empty();

    /** Something that waits for one answer. */
    private sealed interface Pending {

        record Asked(Query<?> query, CompletableFuture<Object> answer) implements Pending {}

        record Sent(CommandKey key, CompletableFuture<Answer> answer) implements Pending {}
    }

    public RemoteEngine(Line.Opener opener, Clock clock, Scheduler scheduler) {
        link = new LineKeeper(this, opener, clock, scheduler, new Events());
        link.beat();
    }

    /** Hears at once how the line is, and then of every change. */
    public void watch(Consumer<LinkState> watcher) {
        watchers.add(watcher);
        watcher.accept(state());
    }

    public synchronized LinkState state() {
        return link.state();
    }

    /** Why there is no line, in the words of what failed. */
    public synchronized String whyDown() {
        return link.whyDown();
    }

    /** When the engine was last heard, on the clock that was handed in; 0 before its first word. */
    public synchronized long heardNanos() {
        return link.heardNanos();
    }

    /** As whom the engine knows who sits here; empty before the first word. */
    public synchronized Optional<Told.Welcome> welcome() {
        return welcome;
    }

    @Override
    public CompletionStage<Answer> submit(CommandKey key, Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        synchronized (this) {
            Optional<Refusal> unheard = unheard(command);
            if (unheard.isPresent()) {
                return CompletableFuture.completedStage(new Answer.Refused(unheard.get()));
            }
            long id = ++ids;
            pending.put(id, new Pending.Sent(key, answer));
            link.send(new Said.Submit(id, key, command));
        }
        return answer.minimalCompletionStage();
    }

    /** Over a silent line nothing is sent but a stop, which is right whenever it comes. */
    private Optional<Refusal> unheard(Command command) {
        return switch (link.state()) {
            case UP -> Optional.empty();
            case STALE ->
                command instanceof EngageKillSwitch
                        ? Optional.empty()
                        : Optional.of(Refusal.of(RefusalCode.LINK_STALE));
            case DOWN -> Optional.of(Refusal.of(RefusalCode.LINK_DOWN, link.whyDown()));
        };
    }

    /** Whether the engine takes the orders of this line back when it breaks, from now on and over all lines to come. */
    public synchronized void cancelOrdersOnLeaving(boolean cancels) {
        cancelsOnLeaving = cancels;
        link.send(new Said.OnLeaving(++ids, cancels));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> CompletionStage<R> ask(Query<R> query) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        synchronized (this) {
            if (!link.isOpen()) {
                return CompletableFuture.failedStage(new LinkLostException(link.whyDown()));
            }
            long id = ++ids;
            pending.put(id, new Pending.Asked(query, answer));
            link.send(new Said.Ask(id, query));
        }
        return answer.thenApply(value -> (R) value);
    }

    @Override
    public synchronized <R> RunningJob<R> start(Job<R> job) {
        long id = ++ids;
        FarJob<R> far = new FarJob<>(job, () -> cancel(id));
        if (link.isOpen()) {
            jobs.put(id, far);
            link.send(new Said.Start(id, job));
        } else {
            far.failed(new LinkLostException(link.whyDown()));
        }
        return far;
    }

    private synchronized void cancel(long id) {
        if (jobs.containsKey(id)) {
            link.send(new Said.Cancel(id));
        }
    }

    @Override
    public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        synchronized (this) {
            Heard<T> one = new Heard<>(topic, listener, newestFact, this::unsubscribe);
            begin(one);
            return one;
        }
    }

    /** Only while this is locked. Where there is no line it begins with the next one. */
    private void begin(Heard<?> one) {
        long id = ++ids;
        Topic<?> topic = one.begin(id, link.isOpen());
        heard.put(id, one);
        link.send(new Said.Subscribe(id, topic));
    }

    private synchronized void unsubscribe(long id) {
        ended.removeIf(one -> one.id() == id);
        if (heard.remove(id) != null) {
            link.send(new Said.Unsubscribe(id));
        }
    }

    private void deliver(Runnable work) {
        try {
            delivering.execute(work);
        } catch (RejectedExecutionException closing) {
            LOG.log(System.Logger.Level.DEBUG, "the line is being closed", closing);
        }
    }

    /** What happens to the line, under the lock. */
    private final class Events implements LineKeeper.Owner {

        @Override
        public void welcomed(Told.Welcome now) {
            welcome = Optional.of(now);
            now.newestFact().ifPresent(position -> newestFact = Math.max(newestFact, position));
            if (cancelsOnLeaving) {
                link.send(new Said.OnLeaving(++ids, true));
            }
            List<Heard<?>> all = new ArrayList<>(heard.values());
            all.addAll(ended);
            ended.clear();
            heard.clear();
            all.forEach(RemoteEngine.this::begin);
            Map<Long, Pending> open = Map.copyOf(pending);
            pending.clear();
            open.values().forEach(one -> {
                if (one instanceof Pending.Sent sent) {
                    long id = ++ids;
                    pending.put(id, sent);
                    link.send(new Said.WhatBecameOf(id, sent.key()));
                }
            });
        }

        @Override
        public void told(Told told) {
            deliver(consequence(told));
        }

        @Override
        public void lost(String why) {
            LinkLostException lost = new LinkLostException(why);
            pending.values().removeIf(one -> {
                if (one instanceof Pending.Asked asked) {
                    deliver(() -> asked.answer().completeExceptionally(lost));
                    return true;
                }
                return false;
            });
            jobs.values().forEach(job -> deliver(() -> job.failed(lost)));
            jobs.clear();
        }

        @Override
        public void beat() {
            List<Heard<?>> all = List.copyOf(ended);
            ended.clear();
            all.stream().filter(Heard::isOpen).forEach(RemoteEngine.this::begin);
        }

        @Override
        public void became(LinkState state) {
            deliver(() -> watchers.forEach(watcher -> watcher.accept(state)));
        }
    }

    /** What is to be done about it outside of the lock. */
    private Runnable consequence(Told told) {
        return switch (told) {
            case Told.Answered(long id, Answer answer) ->
                pending.remove(id) instanceof Pending.Sent sent
                        ? () -> sent.answer().complete(answer)
                        : () -> {};
            case Told.Known(long id, var value) ->
                pending.remove(id) instanceof Pending.Asked asked ? () -> complete(asked, value.node()) : () -> {};
            case Told.Progress progress -> {
                FarJob<?> job = jobs.get(progress.id());
                yield job == null ? () -> {} : () -> job.progressed(progress);
            }
            case Told.Finished finished -> {
                FarJob<?> job = jobs.remove(finished.id());
                yield job == null ? () -> {} : () -> job.finished(finished);
            }
            case Told.Whole whole -> delivery(whole);
            case Told.Changed changed -> delivery(changed);
            case Told.Happened happened -> {
                newestFact = Math.max(newestFact, happened.event().position());
                yield delivery(happened);
            }
            case Told.Begun begun -> {
                newestFact = Math.max(newestFact, begun.afterPosition());
                yield delivery(begun);
            }
            case Told.Ended(long id) -> {
                Heard<?> one = heard.remove(id);
                if (one != null && one.isOpen() && one.isState()) {
                    ended.add(one);
                } else if (one != null && one.isOpen()) {
                    begin(one);
                }
                yield () -> {};
            }
            case Told.Failed failed -> failure(failed);
            case Told.Pong ignored -> () -> {};
            case Told.Welcome ignored -> () -> {};
        };
    }

    private static void complete(Pending.Asked asked, JsonNode value) {
        try {
            asked.answer().complete(WireReader.read(value, ResultTypes.of(asked.query())));
        } catch (UnreadableWireException unreadable) {
            asked.answer().completeExceptionally(unreadable);
        }
    }

    private Runnable delivery(Told told) {
        Heard<?> one = heard.get(told.id());
        return one == null
                ? () -> {}
                : () -> {
                    if (!one.take(told)) {
                        again(one);
                    }
                };
    }

    /** Something between was lost: it is asked for anew, from where it was. */
    private synchronized void again(Heard<?> one) {
        if (heard.containsKey(one.id()) && one.isOpen()) {
            unsubscribe(one.id());
            begin(one);
        }
    }

    private Runnable failure(Told.Failed failed) {
        RuntimeException why = failed.failure() == Failure.CANCELLED
                ? new CancellationException(failed.sentence())
                : new IllegalStateException(failed.sentence());
        Heard<?> topic = heard.remove(failed.id());
        if (topic != null) {
            // To ask again would be refused again.
            LOG.log(System.Logger.Level.WARNING, "the engine does not tell what was asked for: {0}", failed.sentence());
            topic.refused();
            return () -> {};
        }
        FarJob<?> job = jobs.remove(failed.id());
        if (job != null) {
            return () -> job.failed(why);
        }
        return switch (pending.remove(failed.id())) {
            case Pending.Asked asked -> () -> asked.answer().completeExceptionally(why);
            case Pending.Sent sent
            when failed.failure() == Failure.NEVER_HEARD ->
                () -> sent.answer().complete(new Answer.Refused(Refusal.of(RefusalCode.LINK_LOST)));
            case Pending.Sent sent -> () -> sent.answer().completeExceptionally(why);
            case null -> () -> {};
        };
    }

    @Override
    public void close() {
        link.close();
        synchronized (this) {
            LinkLostException lost = new LinkLostException("it was closed here");
            pending.values().forEach(one -> {
                if (one instanceof Pending.Sent sent) {
                    sent.answer().completeExceptionally(lost);
                }
            });
            pending.clear();
        }
        delivering.shutdown();
    }
}
