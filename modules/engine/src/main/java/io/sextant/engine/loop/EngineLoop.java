package io.sextant.engine.loop;

import io.sextant.domain.codec.CommandCodec;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.SnapshotStore;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Pause;
import io.sextant.engine.core.Outcome;
import io.sextant.engine.core.TradingCore;
import io.sextant.engine.recovery.MarketRecords;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The single writer. It takes commands and steps in one total order, journals what nothing else can reproduce, and gives
 * everything that leaves to the publisher. It never waits for the disk, a listener, or a query.
 */
public final class EngineLoop implements AutoCloseable {

    /** Steps between two looks at the inbox: short enough that a command waits about a millisecond at full speed. */
    static final int STEPS_A_TURN = 512;

    private static final System.Logger LOG = System.getLogger(EngineLoop.class.getName());
    private static final int TASKS_A_TURN = 256;
    private static final int STEPS_A_SAMPLE_MASK = 63;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private final TradingCore core;
    private final Journal journal;
    private final Publisher publisher;
    private final Clock clock;
    private final Pause pause;
    private final Inbox inbox = new Inbox();
    private final Pacer pacer = new Pacer();
    private final StateBoard board;
    private final HealthMeter health;
    private final SnapshotSchedule snapshotSchedule;
    private final StateBytes bytes = new StateBytes();
    private final Thread thread;
    private long dueNanos;
    private volatile boolean closing;
    private volatile boolean failed;

    public EngineLoop(TradingCore core, Journal journal, SnapshotStore snapshots, Clock clock, Pause pause) {
        this.core = core;
        this.journal = journal;
        this.clock = clock;
        this.pause = pause;
        publisher = new Publisher(journal, snapshots);
        health = new HealthMeter(core, journal);
        board = new StateBoard(core, health, () -> dueNanos);
        snapshotSchedule = new SnapshotSchedule(core, journal, publisher);
        thread = Thread.ofPlatform().name("sextant-engine").daemon(true).unstarted(this::run);
        inbox.wakes(thread);
    }

    /** Connects the recovered core to the journal and starts to move. {@code first} runs on the loop before any step. */
    public void start(Consumer<TradingCore> first) {
        core.listen(new FactJournal(journal, publisher, core::sequence));
        if (!core.feedIsReproducible()) {
            core.recordMarket(new MarketRecords(journal, core::sequence, core.marketSink()));
        }
        publisher.start();
        inbox.offer(() -> first.accept(core));
        thread.start();
    }

    public CompletionStage<Answer> submit(CommandKey key, Command command) {
        CompletableFuture<Answer> future = new CompletableFuture<>();
        long arrivedNanos = clock.nanos();
        if (closing) {
            future.complete(new Answer.Refused(Refusal.of(RefusalCode.ENGINE_CLOSING)));
        } else if (failed) {
            future.complete(new Answer.Refused(Refusal.of(RefusalCode.ENGINE_FAILED)));
        } else if (!inbox.offer(() -> take(key, command, future, arrivedNanos))) {
            future.complete(new Answer.Refused(Refusal.of(RefusalCode.ENGINE_BUSY)));
        }
        return future;
    }

    /** Reads something from the core on the loop; {@code read} must be quick and its result immutable. */
    public <R> CompletableFuture<R> read(Function<TradingCore, R> read) {
        CompletableFuture<R> future = new CompletableFuture<>();
        boolean taken = !closing
                && inbox.offer(() -> {
                    try {
                        future.complete(read.apply(core));
                    } catch (RuntimeException e) {
                        future.completeExceptionally(e);
                    }
                });
        if (!taken) {
            future.completeExceptionally(new IllegalStateException(
                    closing ? "the engine is closing" : "the engine is behind with its work"));
        }
        return future;
    }

    public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        StateSubscription<T> subscription = new StateSubscription<>(topic, listener);
        if (!inbox.offer(() -> board.add(subscription))) {
            subscription.close();
        }
        return subscription;
    }

    public Publisher publisher() {
        return publisher;
    }

    /** Only on the loop's thread, from inside {@link #read}. */
    public EngineHealth health() {
        return health.now();
    }

    /** Market time shown to people: runs on between steps. Only on the loop's thread. */
    public long shownMarketNanos() {
        return Math.max(core.marketNanos(), dueNanos);
    }

    /** The desk of a recovered core that no loop moves. */
    public static DeskState pictureAtRest(TradingCore core, Journal journal) {
        return core.views().desk(core.marketNanos(), new HealthMeter(core, journal).now());
    }

    private void run() {
        dueNanos = core.marketNanos();
        pacer.anchor(clock.nanos(), core.marketNanos(), core.timesRealTime(), core.isPaused());
        while (!closing) {
            int tasks = runTasks();
            int steps = failed ? 0 : takeDueSteps();
            long wallNanos = clock.nanos();
            health.turn(wallNanos);
            board.publish(wallNanos);
            if (!failed) {
                guarded(() -> snapshotSchedule.turn(wallNanos));
            }
            if (tasks == 0 && steps == 0) {
                rest(wallNanos);
            }
        }
        runTasks();
        if (!failed) {
            guarded(snapshotSchedule::takeNow);
        }
        board.close();
    }

    private int runTasks() {
        int done = 0;
        while (done < TASKS_A_TURN) {
            Runnable task = inbox.poll();
            if (task == null) {
                return done;
            }
            guarded(task);
            done++;
        }
        return done;
    }

    private int takeDueSteps() {
        long wallNanos = clock.nanos();
        long due = pacer.dueNanos(wallNanos, core.marketNanos());
        int steps = 0;
        try {
            while (steps < STEPS_A_TURN && core.nextNanos() <= due) {
                if ((steps & STEPS_A_SAMPLE_MASK) == 0) {
                    long before = clock.nanos();
                    core.step();
                    health.handled(clock.nanos() - before);
                } else {
                    core.step();
                }
                steps++;
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        }
        if (steps == STEPS_A_TURN) {
            pacer.forgiveLag(wallNanos, core.marketNanos());
        }
        dueNanos = due == Pacer.ALL_DUE ? core.marketNanos() : Math.max(dueNanos, Math.min(due, core.nextNanos()));
        return steps;
    }

    private void rest(long wallNanos) {
        if (!inbox.isEmpty()) {
            return;
        }
        long untilStep = failed ? Long.MAX_VALUE : pacer.waitNanos(wallNanos, core.nextNanos());
        long nanos = Math.min(Math.min(untilStep, board.waitNanos(wallNanos)), LONGEST_PAUSE_NANOS);
        if (nanos > 0) {
            pause.parkNanos(nanos);
        }
    }

    private void take(CommandKey key, Command command, CompletableFuture<Answer> future, long arrivedNanos) {
        if (failed) {
            future.complete(new Answer.Refused(Refusal.of(RefusalCode.ENGINE_FAILED)));
            return;
        }
        Outcome known = core.findAnswer(key);
        if (known != null) {
            publisher.add(new Release.Reply(journal.lastPosition(), future, answer(journal.lastPosition(), known)));
            return;
        }
        try {
            long nowNanos = Math.max(core.marketNanos(), dueNanos);
            bytes.clear();
            bytes.putLong(nowNanos);
            CommandCodec.write(bytes, key, command);
            long position = journal.append(RecordKind.COMMAND, core.sequence(), bytes.array(), bytes.size());
            Outcome outcome = core.apply(nowNanos, key, command);
            if (command instanceof ChangeMarketPace) {
                pacer.anchor(clock.nanos(), nowNanos, core.timesRealTime(), core.isPaused());
            }
            publisher.add(new Release.Reply(journal.lastPosition(), future, answer(position, outcome)));
            health.handled(clock.nanos() - arrivedNanos);
        } catch (RuntimeException e) {
            future.completeExceptionally(e);
            throw e;
        }
    }

    private static Answer answer(long position, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var order) -> new Answer.Done(position, order);
            case Outcome.Refused(Refusal refusal) -> new Answer.Refused(refusal);
        };
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    /** A bug or a broken disk: the state may be wrong, so nothing moves any more and every order is refused. */
    private void fail(Throwable cause) {
        failed = true;
        health.fail(cause);
        LOG.log(System.Logger.Level.ERROR, "the engine stopped at step " + core.sequence(), cause);
    }

    /** Takes a last snapshot, waits until all is durable, and lets everything out. */
    @Override
    public void close() {
        closing = true;
        inbox.wake();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (journal.failure().isEmpty()) {
            journal.flush();
        }
        publisher.close();
    }
}
