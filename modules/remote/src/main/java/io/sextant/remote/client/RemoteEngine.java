package io.sextant.remote.client;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
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
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An engine on another machine. It opens its line anew whenever it breaks, and goes on with every subscription where it was. While it is not up,
 * commands are refused and never kept for later: a price that was right when somebody pressed a button need not be right when the line is back. A
 * command that was on its way when the line broke is asked after, not sent again.
 */
public final class RemoteEngine implements EngineClient {

    private static final System.Logger LOG = System.getLogger(RemoteEngine.class.getName());
    private static final long BEAT_NANOS = 500_000_000L;
    /** After so long without a word the line is no longer trusted. */
    static final long STALE_NANOS = 1_500_000_000L;

    static final long DEAD_NANOS = 6_000_000_000L;
    private static final long SHORTEST_REST_NANOS = 500_000_000L;
    private static final long LONGEST_REST_NANOS = 10_000_000_000L;

    private final Line.Opener opener;
    private final Clock clock;
    private final Scheduler.Cancellable beating;
    private final List<Consumer<LinkState>> watchers = new CopyOnWriteArrayList<>();
    private final ExecutorService opening = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("sextant-line").factory());
    private final ExecutorService delivering = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sextant-remote").daemon(true).factory());

    // All below: guarded by this.
    private final Map<Long, Pending> pending = new HashMap<>();
    private final Map<Long, FarJob<?>> jobs = new HashMap<>();
    private final Map<Long, Heard<?>> heard = new HashMap<>();
    private long ids;
    private @Nullable Line line;
    private boolean welcomed;
    private boolean isOpening;
    private LinkState state = LinkState.DOWN;
    private String whyDown = "it is being opened";
    private long lastWordNanos;
    private long nextTryNanos;
    private long restNanos = SHORTEST_REST_NANOS;
    private boolean closed;

    /** Something that waits for one answer. */
    private sealed interface Pending {

        record Asked(Query<?> query, CompletableFuture<Object> answer) implements Pending {}

        record Sent(CommandKey key, CompletableFuture<Answer> answer) implements Pending {}
    }

    public RemoteEngine(Line.Opener opener, Clock clock, Scheduler scheduler) {
        this.opener = opener;
        this.clock = clock;
        beating = scheduler.every(BEAT_NANOS, this::beat);
        beat();
    }

    /** Hears at once how the line is, and then of every change. */
    public void watch(Consumer<LinkState> watcher) {
        watchers.add(watcher);
        watcher.accept(state());
    }

    public synchronized LinkState state() {
        return state;
    }

    @Override
    public CompletionStage<Answer> submit(CommandKey key, Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        synchronized (this) {
            Line up = line;
            if (state != LinkState.UP || up == null) {
                return CompletableFuture.completedStage(
                        new Answer.Refused(Refusal.of(RefusalCode.LINK_DOWN, whyDown)));
            }
            long id = ++ids;
            pending.put(id, new Pending.Sent(key, answer));
            up.send(new Said.Submit(id, key, command).text());
        }
        return answer.minimalCompletionStage();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> CompletionStage<R> ask(Query<R> query) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        synchronized (this) {
            Line up = line;
            if (up == null || !welcomed) {
                return CompletableFuture.failedStage(new LinkLostException(whyDown));
            }
            long id = ++ids;
            pending.put(id, new Pending.Asked(query, answer));
            up.send(new Said.Ask(id, query).text());
        }
        return answer.thenApply(value -> (R) value);
    }

    @Override
    public <R> RunningJob<R> start(Job<R> job) {
        synchronized (this) {
            long id = ++ids;
            FarJob<R> far = new FarJob<>(job, () -> cancel(id));
            Line up = line;
            if (up == null || !welcomed) {
                far.failed(new LinkLostException(whyDown));
            } else {
                jobs.put(id, far);
                up.send(new Said.Start(id, job).text());
            }
            return far;
        }
    }

    private synchronized void cancel(long id) {
        Line up = line;
        if (up != null && jobs.containsKey(id)) {
            up.send(new Said.Cancel(id).text());
        }
    }

    @Override
    public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        Heard<T> one = new Heard<>(topic, listener, this::unsubscribe);
        synchronized (this) {
            begin(one);
        }
        return one;
    }

    /** Only while this is locked. Where there is no line it begins with the next one. */
    private void begin(Heard<?> one) {
        long id = ++ids;
        Topic<?> topic = one.begin(id);
        heard.put(id, one);
        Line up = line;
        if (up != null && welcomed) {
            up.send(new Said.Subscribe(id, topic).text());
        }
    }

    private synchronized void unsubscribe(long id) {
        Line up = line;
        if (heard.remove(id) != null && up != null && welcomed) {
            up.send(new Said.Unsubscribe(id).text());
        }
    }

    /** Twice a second: says that it is there, sees whether the other end is, and opens a line where there is none. */
    private void beat() {
        boolean open = false;
        synchronized (this) {
            if (closed) {
                return;
            }
            long now = clock.nanos();
            Line up = line;
            if (up == null) {
                open = !isOpening && now >= nextTryNanos;
                isOpening |= open;
            } else if (now - lastWordNanos > DEAD_NANOS) {
                up.close();
                broken(up, "the engine is silent");
            } else {
                if (welcomed && now - lastWordNanos > STALE_NANOS) {
                    become(LinkState.STALE);
                }
                up.send(new Said.Ping(++ids).text());
            }
        }
        if (open) {
            run(opening, this::open);
        }
    }

    private static void run(ExecutorService where, Runnable work) {
        try {
            where.execute(work);
        } catch (RejectedExecutionException closing) {
            LOG.log(System.Logger.Level.DEBUG, "the line is being closed", closing);
        }
    }

    private void open() {
        OneLine listener = new OneLine();
        try {
            Line opened = opener.open(listener);
            synchronized (this) {
                isOpening = false;
                if (closed || listener.isBroken) {
                    opened.close();
                    return;
                }
                line = opened;
                listener.line = opened;
                welcomed = false;
                lastWordNanos = clock.nanos();
            }
            listener.drain();
        } catch (IOException why) {
            synchronized (this) {
                isOpening = false;
                restLonger(String.valueOf(why.getMessage()));
            }
        }
    }

    private void restLonger(String why) {
        whyDown = why;
        nextTryNanos = clock.nanos() + restNanos;
        restNanos = Math.min(LONGEST_REST_NANOS, 2 * restNanos);
    }

    /** What one line brings; of a line that was given up nothing counts. */
    private final class OneLine implements Line.Listener {

        private @Nullable Line line;
        private boolean isBroken;
        private final ArrayDeque<String> early = new ArrayDeque<>();

        @Override
        public void heard(String text) {
            synchronized (RemoteEngine.this) {
                if (line == null) {
                    early.add(text);
                    return;
                }
            }
            take(text);
        }

        void drain() {
            while (true) {
                String text;
                synchronized (RemoteEngine.this) {
                    text = early.poll();
                    if (text == null) {
                        return;
                    }
                }
                take(text);
            }
        }

        private void take(String text) {
            try {
                hear(this, Told.read(text));
            } catch (UnreadableWireException unreadable) {
                LOG.log(System.Logger.Level.WARNING, "the engine said what cannot be read", unreadable);
            }
        }

        @Override
        public void broken(String why) {
            synchronized (RemoteEngine.this) {
                isBroken = true;
                Line mine = line;
                if (mine != null) {
                    RemoteEngine.this.broken(mine, why);
                }
            }
        }
    }

    private void hear(OneLine from, Told told) {
        Runnable next;
        synchronized (this) {
            if (from.line != line || closed) {
                return;
            }
            lastWordNanos = clock.nanos();
            if (told instanceof Told.Welcome) {
                welcome();
                return;
            }
            if (welcomed) {
                become(LinkState.UP);
            }
            next = consequence(told);
        }
        run(delivering, next);
    }

    private void welcome() {
        welcomed = true;
        restNanos = SHORTEST_REST_NANOS;
        become(LinkState.UP);
        List<Heard<?>> all = List.copyOf(heard.values());
        heard.clear();
        all.forEach(this::begin);
        Map<Long, Pending> open = Map.copyOf(pending);
        pending.clear();
        Line up = line;
        open.values().forEach(one -> {
            if (one instanceof Pending.Sent sent && up != null) {
                long id = ++ids;
                pending.put(id, sent);
                up.send(new Said.WhatBecameOf(id, sent.key()).text());
            }
        });
    }

    /** What is to be done about it outside of the lock. */
    private Runnable consequence(Told told) {
        return switch (told) {
            case Told.Answered(long id, Answer answer) ->
                pending.remove(id) instanceof Pending.Sent sent ? () -> sent.answer().complete(answer) : () -> {};
            case Told.Known(long id, var value) ->
                pending.remove(id) instanceof Pending.Asked asked
                        ? () -> complete(asked, value.node())
                        : () -> {};
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
            case Told.Happened happened -> delivery(happened);
            case Told.Ended(long id) -> {
                Heard<?> one = heard.remove(id);
                if (one != null && one.isOpen()) {
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

    private synchronized void broken(Line which, String why) {
        if (line != which) {
            return;
        }
        line = null;
        welcomed = false;
        restLonger(why);
        become(LinkState.DOWN);
        LinkLostException lost = new LinkLostException(why);
        pending.values().removeIf(one -> {
            if (one instanceof Pending.Asked asked) {
                run(delivering, () -> asked.answer().completeExceptionally(lost));
                return true;
            }
            return false;
        });
        jobs.values().forEach(job -> run(delivering, () -> job.failed(lost)));
        jobs.clear();
    }

    private void become(LinkState now) {
        if (state != now) {
            state = now;
            run(delivering, () -> watchers.forEach(watcher -> watcher.accept(now)));
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            Line up = line;
            if (up != null) {
                broken(up, "it was closed here");
                up.close();
            }
            closed = true;
            LinkLostException lost = new LinkLostException("it was closed here");
            pending.values().forEach(one -> {
                if (one instanceof Pending.Sent sent) {
                    sent.answer().completeExceptionally(lost);
                }
            });
            pending.clear();
        }
        beating.close();
        opening.shutdown();
        delivering.shutdown();
    }
}
