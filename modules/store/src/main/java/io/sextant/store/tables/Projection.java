package io.sextant.store.tables;

import static io.sextant.store.generated.desk.Tables.DESK_FILL;
import static io.sextant.store.generated.desk.Tables.DESK_ORDER;
import static io.sextant.store.generated.desk.Tables.EQUITY_MARK;
import static io.sextant.store.generated.desk.Tables.FACT;
import static io.sextant.store.generated.desk.Tables.HEADLINE;
import static io.sextant.store.generated.desk.Tables.HOLDING;
import static io.sextant.store.generated.desk.Tables.ORDER_CHANGE;
import static io.sextant.store.generated.desk.Tables.PROJECTION;
import static io.sextant.store.generated.desk.Tables.SETTING;

import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.codec.SessionCodec;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.Pause;
import io.sextant.store.database.Database;
import io.sextant.store.generated.desk.tables.records.ProjectionRecord;
import io.sextant.store.journal.FileJournal;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.ServerRefused;
import io.sextant.store.problem.StoreProblem.ServerUnreachable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Follows the journal and writes its facts into the tables, on a thread of its own. A batch of facts and the position it
 * reaches to are one transaction, so after a crash the tables are behind, never doubled, and catch up.
 */
public final class Projection implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Projection.class.getName());

    private static final int BATCH_FACTS = 2_000;

    /** Facts come in bursts; a short wait, in which nothing wakes the thread, makes one transaction of each. */
    private static final long GATHER_NANOS = 20_000_000;

    private static final long IDLE_NANOS = 1_000_000_000;
    private static final long AWAY_NANOS = 250_000_000;

    private static final List<Table<?>> TABLES =
            List.of(FACT, ORDER_CHANGE, DESK_ORDER, DESK_FILL, HOLDING, EQUITY_MARK, HEADLINE, SETTING);

    private final Database database;
    private final FileJournal journal;
    private final Pause pause;
    private final Thread thread;

    /** Held by whoever projects; what is below belongs to the holder. */
    private final ReentrantLock projecting = new ReentrantLock();

    private @Nullable FactBatch batch;
    private @Nullable Holdings holdings;
    private long readPosition;
    private long factsRead;

    private final ReentrantLock watching = new ReentrantLock();
    private final Condition moved = watching.newCondition();
    private volatile long position;
    private volatile Optional<String> failure = Optional.empty();
    /** Only of the thread, and of whoever closes after it. */
    private boolean away;

    private volatile boolean idle;
    private volatile boolean closing;

    public Projection(Database database, FileJournal journal, Pause pause) {
        this.database = database;
        this.journal = journal;
        this.pause = pause;
        thread = Thread.ofPlatform().name("store").daemon(true).unstarted(this::run);
    }

    /**
     * Whether the tables were made from this journal as it is now. They were not if the journal is another one, or was cut
     * before a place that they have passed.
     */
    public boolean belongsToJournal() {
        ProjectionRecord row = database.read(sql -> sql.selectFrom(PROJECTION).fetchOne());
        if (row == null || row.getProjectedPosition() == 0) {
            return true;
        }
        return journal.findChecksum(1).equals(Optional.of(row.getJournalChecksum()))
                && journal.findChecksum(row.getProjectedPosition()).equals(Optional.of(row.getProjectedChecksum()));
    }

    public void start() {
        journal.onDurable(durable -> {
            if (idle) {
                LockSupport.unpark(thread);
            }
        });
        thread.start();
    }

    private void run() {
        while (!closing) {
            if (hasMore()) {
                tryCatchUp();
                pause.parkNanos(GATHER_NANOS);
            } else {
                idle = true;
                if (!hasMore() && !closing) {
                    pause.parkNanos(IDLE_NANOS);
                }
                idle = false;
            }
        }
    }

    private boolean hasMore() {
        return failure.isEmpty() && position < journal.durablePosition();
    }

    private void tryCatchUp() {
        try {
            catchUp(at -> {});
            away = false;
        } catch (StoreException e) {
            switch (e.problem()) {
                case ServerUnreachable _, ServerRefused _ -> tellAway(e);
                default -> stop(e);
            }
        } catch (RuntimeException e) {
            stop(e);
        }
    }

    /** A server comes back, or gets room. What it has of the last batch is asked for then: how far the tables are stands in them. */
    private void tellAway(StoreException e) {
        if (!away) {
            away = true;
            LOG.log(System.Logger.Level.WARNING, "the tables wait for their server: " + e.getMessage());
        }
        pause.parkNanos(AWAY_NANOS);
    }

    private void stop(RuntimeException e) {
        failure = Optional.of(String.valueOf(e.getMessage()));
        LOG.log(System.Logger.Level.ERROR, "the tables no longer follow the journal, which goes on", e);
        tellMoved();
    }

    /** Projects all that is durable now. */
    private void catchUp(LongConsumer progress) {
        projecting.lock();
        try {
            load();
            journal.read(readPosition, (at, kind, sequence, payload, offset, length) -> {
                if (kind == RecordKind.FACT) {
                    onFact(at, Arrays.copyOfRange(payload, offset, offset + length));
                }
                readPosition = at;
                if (batch().size() >= BATCH_FACTS) {
                    write();
                    progress.accept(at);
                }
            });
            write();
            progress.accept(readPosition);
        } catch (RuntimeException e) {
            // What is in memory may be ahead of the tables now.
            holdings = null;
            throw e;
        } finally {
            projecting.unlock();
        }
    }

    private void load() {
        if (holdings != null || journal.durablePosition() == 0) {
            return;
        }
        SessionTerms terms = readTerms();
        Holdings loaded = database.read(sql -> Holdings.load(terms, sql));
        ProjectionRecord row = database.read(sql -> sql.selectFrom(PROJECTION).fetchOne());
        readPosition = row == null ? 0 : row.getProjectedPosition();
        position = readPosition;
        holdings = loaded;
        batch = new FactBatch(loaded);
    }

    private SessionTerms readTerms() {
        return journal.findRecord(1, (at, kind, sequence, payload, offset, length) -> {
                    if (kind != RecordKind.SESSION) {
                        throw new IllegalStateException("the journal does not begin with a session's terms");
                    }
                    return SessionCodec.read(StateBytes.reader(payload, offset, length));
                })
                .orElseThrow(() -> new IllegalStateException("the journal has no first record"));
    }

    private FactBatch batch() {
        if (batch == null) {
            throw new IllegalStateException("nothing was loaded");
        }
        return batch;
    }

    private void onFact(long at, byte[] payload) {
        batch().add(at, EventCodec.read(StateBytes.reader(payload)), payload);
        factsRead++;
    }

    /** A stretch without facts moves no table, so its end need not be remembered. */
    private void write() {
        if (holdings != null && batch().size() > 0) {
            FactBatch full = batch();
            batch = new FactBatch(holdings);
            database.inTransaction(sql -> {
                full.write(sql);
                savePosition(sql, readPosition);
            });
        }
        position = readPosition;
        tellMoved();
    }

    private void savePosition(DSLContext sql, long reached) {
        ProjectionRecord row = new ProjectionRecord(
                1,
                journal.findChecksum(1).orElseThrow(),
                reached,
                journal.findChecksum(reached).orElseThrow());
        sql.deleteFrom(PROJECTION).execute();
        sql.insertInto(PROJECTION).set(row).execute();
    }

    /** Empties all tables and fills them anew from the journal; returns the number of facts read. */
    public long rebuild(LongConsumer progress) {
        projecting.lock();
        try {
            database.inTransaction(sql -> {
                for (Table<?> table : TABLES) {
                    sql.deleteFrom(table).execute();
                }
                sql.deleteFrom(PROJECTION).execute();
            });
            holdings = null;
            readPosition = 0;
            factsRead = 0;
            failure = Optional.empty();
            catchUp(progress);
            return factsRead;
        } finally {
            projecting.unlock();
        }
    }

    /** Waits until the tables hold all facts up to a position, or not longer than that. */
    void await(long wanted, long longestNanos) {
        long left = longestNanos;
        watching.lock();
        try {
            while (position < wanted && failure.isEmpty() && left > 0) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watching.unlock();
        }
    }

    private void tellMoved() {
        watching.lock();
        try {
            moved.signalAll();
        } finally {
            watching.unlock();
        }
    }

    /** The tables hold all facts up to here. */
    public long position() {
        return position;
    }

    /** Why the tables stopped following the journal; empty while they do. */
    public Optional<String> failure() {
        return failure;
    }

    /** Catches up and stops; the database stays open. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.MINUTES.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (hasMore()) {
            tryCatchUp();
        }
    }
}
