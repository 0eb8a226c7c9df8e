package io.sextant.reference.news;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.source.NewsSource;
import io.sextant.domain.source.SourceBook;
import io.sextant.domain.source.SourceResult;
import io.sextant.domain.source.SourceResult.Kind;
import io.sextant.domain.source.SourceResult.Outcome;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.reference.key.KeyRing;
import io.sextant.reference.web.WebDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads the desk's news sources by the clock and tells the engine what is new. Which sources there are it reads from the desk's
 * settings each time; how they do it writes there when that changes, so the journal says once that a source is gone and once that
 * it is back. Without a network nothing else happens.
 */
public final class NewsKeeper implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(NewsKeeper.class.getName());
    private static final long LOOK_NANOS = 5_000_000_000L;
    private static final long LEAVING_SECONDS = 5;

    private final EngineClient client;
    private final Clock clock;
    private final WebDocuments web;
    private final NewsDesk desk;
    private final Scheduler.Cancellable looking;
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("news-", 0).factory());
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Map<String, SourceTurns> turns = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public NewsKeeper(
            EngineClient client, InstrumentCatalog instruments, KeyRing keys, Clock clock, Scheduler scheduler) {
        this(client, instruments, keys, clock, scheduler, new WebDocuments());
    }

    NewsKeeper(
            EngineClient client,
            InstrumentCatalog instruments,
            KeyRing keys,
            Clock clock,
            Scheduler scheduler,
            WebDocuments web) {
        this.client = client;
        this.clock = clock;
        this.web = web;
        desk = new NewsDesk(instruments, web, keys);
        looking = scheduler.every(LOOK_NANOS, this::look);
    }

    /** Starts to read every source whose turn it is. Returns at once. */
    void look() {
        if (!closed && busy.compareAndSet(false, true)) {
            workers.execute(() -> {
                try {
                    guarded(this::readDue);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** Reads one source or, when {@code name} is empty, all of them now, and says how each did. Blocks. */
    public List<SourceResult> readNow(Optional<String> name) throws InterruptedException, ExecutionException {
        List<SourceResult> results = new ArrayList<>();
        Map<String, String> settings = settings();
        for (SourceBook.News one : SourceBook.of(settings).news()) {
            if (name.isEmpty() || name.get().equals(one.source().name())) {
                SourceTurns turn = turn(one.source(), settings);
                synchronized (turn) {
                    results.add(read(one, turn, true));
                }
            }
        }
        return results;
    }

    private void readDue() throws InterruptedException, ExecutionException {
        Map<String, String> settings = settings();
        SourceBook book = SourceBook.of(settings);
        turns.keySet().removeIf(name -> book.findNews(name).isEmpty());
        List<String> names =
                book.news().stream().map(one -> one.source().name()).toList();
        for (ChangeSetting gone : ToldItems.forgetting(settings, names)) {
            change("forgotten", gone, clock.nanos());
        }
        for (SourceBook.News one : book.news()) {
            SourceTurns turn = turn(one.source(), settings);
            boolean asked = turn.isAskedFor(one);
            if ((asked || turn.isDue(clock.nanos())) && turn.begin()) {
                turn.heard(one.wantedNanos());
                readAside(one, turn, asked);
            }
        }
    }

    private void readAside(SourceBook.News one, SourceTurns turn, boolean asked) {
        boolean handedOn = false;
        try {
            workers.execute(() -> {
                try {
                    guarded(() -> {
                        synchronized (turn) {
                            read(one, turn, asked);
                        }
                    });
                } finally {
                    turn.end();
                }
            });
            handedOn = true;
        } finally {
            if (!handedOn) {
                turn.end();
            }
        }
    }

    /** A changed source begins anew. */
    private SourceTurns turn(NewsSource source, Map<String, String> settings) {
        return turns.compute(
                source.name(),
                (name, known) ->
                        known != null && known.source().equals(source) ? known : new SourceTurns(source, settings));
    }

    private SourceResult read(SourceBook.News one, SourceTurns turn, boolean asked)
            throws InterruptedException, ExecutionException {
        NewsSource source = one.source();
        SourceResult result;
        try {
            turn.waiting().addAll(desk.read(source, turn.told()));
            int told = tell(turn);
            turn.succeeded(clock.nanos());
            result = new SourceResult(
                    Kind.NEWS,
                    source.name(),
                    Outcome.READ,
                    clock.nanos(),
                    told + (told == 1 ? " headline" : " headlines"));
        } catch (IOException e) {
            turn.failed(clock.nanos());
            result = new SourceResult(
                    Kind.NEWS, source.name(), Outcome.FAILED, clock.nanos(), String.valueOf(e.getMessage()));
        }
        Optional<Outcome> before = turn.lastOutcome().or(() -> one.last().map(SourceResult::outcome));
        turn.outcome(result.outcome());
        if (asked || !before.equals(Optional.of(result.outcome()))) {
            remember(result);
        }
        return result;
    }

    /** What the engine did not take stays and is told in the next round. */
    private int tell(SourceTurns turn) throws InterruptedException, ExecutionException {
        List<NewsDesk.Fresh> waiting = turn.waiting();
        int told = 0;
        while (!waiting.isEmpty()) {
            NewsDesk.Fresh next = waiting.getFirst();
            Answer answer = client.submit(next.key(), next.headline())
                    .toCompletableFuture()
                    .get();
            if (answer instanceof Answer.Refused refused) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "headlines wait: " + refused.refusal().sentence());
                break;
            }
            waiting.removeFirst();
            told++;
        }
        Optional<ChangeSetting> unsaved = turn.told().unsaved(waiting);
        if (unsaved.isPresent() && change("told", unsaved.get(), clock.nanos()) instanceof Answer.Done) {
            turn.told().saved(unsaved.get());
        }
        return told;
    }

    private Map<String, String> settings() throws InterruptedException, ExecutionException {
        return client.ask(new Query.Settings()).toCompletableFuture().get();
    }

    private void remember(SourceResult result) throws InterruptedException, ExecutionException {
        change("source", result.toSetting(), result.atNanos());
    }

    private Answer change(String why, ChangeSetting setting, long atNanos)
            throws InterruptedException, ExecutionException {
        String key = why + "-" + Integer.toHexString(setting.key().hashCode()) + "-" + atNanos;
        return client.submit(new CommandKey(key), setting).toCompletableFuture().get();
    }

    /** Work that waits for the network or the engine. */
    private interface Waiting {
        void run() throws InterruptedException, ExecutionException;
    }

    private static void guarded(Waiting work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the news could not be read", e);
        }
    }

    /** Stops reading; what was read and not told yet is read again next time. */
    @Override
    public void close() {
        closed = true;
        looking.close();
        workers.shutdownNow();
        try {
            workers.awaitTermination(LEAVING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        web.close();
    }
}
