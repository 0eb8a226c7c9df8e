package io.sextant.engine.loop;

import io.sextant.domain.codec.CommandCodec;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.EngageKillSwitch;
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
import io.sextant.domain.time.ShortTurns;
import io.sextant.engine.core.Outcome;
import io.sextant.engine.core.TradingCore;
import io.sextant.engine.recovery.MarketRecords;
import io.sextant.engine.recovery.VenueRecords;
import java.util.Optional;
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
    private static final String CLOSING = "the engine is closing";
    private static final int TASKS_A_TURN = 256;
    private static final int STEPS_A_SAMPLE_MASK = 63;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    /** Facts repeat what a command says, a refusal the kill switch's reason as well; all must fit into a journal record. */
    private static final int LARGEST_COMMAND_BYTES = 256 * 1_024;

    /** A live feed does not say when its next step will be there. */
    private static final long LONGEST_LIVE_PAUSE_NANOS = 1_000_000;

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
    private final boolean isLive;
    private long dueNanos;
    private volatile boolean closing;
    private volatile boolean ended;
    private volatile boolean failed;

    public EngineLoop(TradingCore core, Journal journal, SnapshotStore snapshots, Clock clock, Pause pause) {
        this.core = core;
        this.journal = journal;
        this.clock = clock;
        this.pause = pause;
        isLive = !core.feedIsReproducible();
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
        if (isLive) {
            core.marketPath().record(new MarketRecords(journal, core::sequence, core::marketNanos, core.marketSink()));
        }
        publisher.start();
        inbox.offer(() -> {
            first.accept(core);
            core.beginOutside(
                    request -> publisher.add(new Release.Request(journal.lastPosition(), request)),
                    new VenueRecords(journal, core::sequence, core::onVenueReport));
        });
        thread.start();
    }

    public CompletionStage<Answer> submit(CommandKey key, Command command) {
        CompletableFuture<Answer> future = new CompletableFuture<>();
        long arrivedNanos = clock.nanos();
        if (closing) {
            refuse(future, RefusalCode.ENGINE_CLOSING);
        } else if (failed) {
            refuse(future, RefusalCode.ENGINE_FAILED);
        } else if (!offer(() -> take(key, command, future, arrivedNanos))) {
            refuse(future, RefusalCode.ENGINE_BUSY);
        }
        return future;
    }

    /** What became of a command, told only when it is safely journaled. */
    public CompletableFuture<Optional<Answer>> answerTo(CommandKey key) {
        return read(core -> Optional.ofNullable(core.findAnswer(key)).map(this::repeat))
                .thenCompose(known -> known.map(reply -> reply.thenApply(Optional::of))
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
    }

    private CompletableFuture<Answer> repeat(Outcome known) {
        CompletableFuture<Answer> reply = new CompletableFuture<>();
        publisher.add(new Release.Reply(journal.lastPosition(), reply, known.at(journal.lastPosition())));
        return reply;
    }

    /** Reads something from the core on the loop; {@code read} must be quick and its result immutable. */
    public <R> CompletableFuture<R> read(Function<TradingCore, R> read) {
        CompletableFuture<R> future = new CompletableFuture<>();
        if (closing) {
            future.completeExceptionally(new IllegalStateException(CLOSING));
        } else if (!offer(() -> answer(future, read))) {
            future.completeExceptionally(new IllegalStateException("the engine is behind with its work"));
        }
        return future;
    }

    private <R> void answer(CompletableFuture<R> future, Function<TradingCore, R> read) {
        if (ended) {
            future.completeExceptionally(new IllegalStateException(CLOSING));
            return;
        }
        try {
            future.complete(read.apply(core));
        } catch (RuntimeException e) {
            future.completeExceptionally(e);
        } catch (Error e) {
            future.completeExceptionally(e);
            throw e;
        }
    }

    public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        StateSubscription<T> subscription = new StateSubscription<>(topic, listener);
        if (closing || !offer(() -> add(subscription))) {
            subscription.close();
        }
        return subscription;
    }

    private void add(StateSubscription<?> subscription) {
        if (ended) {
            subscription.close();
        } else {
            board.add(subscription);
        }
    }

    /** A task that came when nobody was left to take it is refused by whoever brought it. */
    private boolean offer(Runnable task) {
        boolean taken = inbox.offer(task);
        if (ended) {
            refuseRest();
        }
        return taken;
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
        ShortTurns.askForThisThread();
        guarded(this::begin);
        while (!closing) {
            try {
                turn();
            } catch (RuntimeException | Error e) {
                fail(e);
                pause.parkNanos(LONGEST_PAUSE_NANOS);
            }
        }
        end();
    }

    private void begin() {
        dueNanos = core.marketNanos();
        pacer.anchor(clock.nanos(), core.marketNanos(), core.timesRealTime(), core.isPaused());
    }

    private void turn() {
        int tasks = runTasks();
        int steps = failed ? 0 : takeDueSteps();
        long wallNanos = clock.nanos();
        health.turn(wallNanos);
        board.publish(wallNanos);
        if (!failed) {
            snapshotSchedule.turn(wallNanos);
        }
        if (tasks == 0 && steps == 0) {
            rest(wallNanos);
        }
    }

    /** Does what was asked before the closing, and refuses what comes after it. */
    private void end() {
        for (Runnable task = inbox.poll(); task != null; task = inbox.poll()) {
            guarded(task);
        }
        if (!failed) {
            guarded(snapshotSchedule::takeNow);
        }
        ended = true;
        refuseRest();
        board.close();
    }

    /** Any thread: once the loop ended, no task touches the core. */
    private void refuseRest() {
        for (Runnable task = inbox.poll(); task != null; task = inbox.poll()) {
            task.run();
        }
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
        long due = isLive ? core.liveDueNanos(wallNanos) : pacer.dueNanos(wallNanos, core.marketNanos());
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
                if (isLive) {
                    due = core.liveDueNanos(wallNanos);
                }
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        }
        if (steps == STEPS_A_TURN && !isLive) {
            pacer.forgiveLag(wallNanos, core.marketNanos());
        }
        dueNanos = due == Pacer.ALL_DUE ? core.marketNanos() : Math.max(dueNanos, Math.min(due, core.nextNanos()));
        return steps;
    }

    private void rest(long wallNanos) {
        if (!inbox.isEmpty()) {
            return;
        }
        long untilStep = failed || isLive ? Long.MAX_VALUE : pacer.waitNanos(wallNanos, core.nextNanos());
        long longest = isLive ? LONGEST_LIVE_PAUSE_NANOS : LONGEST_PAUSE_NANOS;
        long nanos = Math.min(Math.min(untilStep, board.waitNanos(wallNanos)), longest);
        if (nanos > 0) {
            pause.parkNanos(nanos);
        }
    }

    private void take(CommandKey key, Command command, CompletableFuture<Answer> future, long arrivedNanos) {
        boolean takesBack = command instanceof EngageKillSwitch || command instanceof CancelAllOrders;
        if (failed && takesBack && core.abandon(true)) {
            refuse(future, RefusalCode.ENGINE_FAILED_CANCELLING);
            return;
        }
        if (ended || failed) {
            refuse(future, ended ? RefusalCode.ENGINE_CLOSING : RefusalCode.ENGINE_FAILED);
            return;
        }
        Outcome known = core.findAnswer(key);
        if (known != null) {
            publisher.add(new Release.Reply(journal.lastPosition(), future, known.at(journal.lastPosition())));
            return;
        }
        long nowNanos = Math.max(core.marketNanos(), dueNanos);
        try {
            bytes.clear();
            bytes.putLong(nowNanos);
            CommandCodec.write(bytes, key, command);
        } catch (RuntimeException unwritable) {
            // Nothing was applied: the fault is this command's alone.
            future.completeExceptionally(unwritable);
            return;
        }
        try {
            if (bytes.size() > LARGEST_COMMAND_BYTES) {
                refuse(future, RefusalCode.COMMAND_TOO_LARGE, bytes.size(), LARGEST_COMMAND_BYTES);
                return;
            }
            long position = journal.append(RecordKind.COMMAND, core.sequence(), bytes.array(), bytes.size());
            Outcome outcome = core.apply(nowNanos, key, command);
            if (command instanceof ChangeMarketPace) {
                pacer.anchor(clock.nanos(), nowNanos, core.timesRealTime(), core.isPaused());
            }
            publisher.add(new Release.Reply(journal.lastPosition(), future, outcome.at(position)));
            health.handled(clock.nanos() - arrivedNanos);
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
            throw e;
        }
    }

    private static void refuse(CompletableFuture<Answer> future, RefusalCode code, Object... arguments) {
        future.complete(new Answer.Refused(Refusal.of(code, arguments)));
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
        if (failed) {
            LOG.log(System.Logger.Level.DEBUG, "the stopped engine failed again", cause);
            return;
        }
        failed = true;
        health.fail(cause);
        LOG.log(System.Logger.Level.ERROR, "the engine stopped at step " + core.sequence(), cause);
        try {
            if (core.abandon(false)) {
                LOG.log(System.Logger.Level.WARNING, "every order that works at the venue was asked to be cancelled");
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "orders at the venue could not be asked to be cancelled", e);
        }
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
        try {
            if (journal.failure().isEmpty()) {
                journal.flush();
            }
        } finally {
            publisher.close();
        }
    }
}
