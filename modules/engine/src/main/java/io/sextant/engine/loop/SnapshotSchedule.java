package io.sextant.engine.loop;

import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.SnapshotStore.Snapshot;
import io.sextant.domain.journal.StateBytes;
import io.sextant.engine.core.TradingCore;
import java.util.concurrent.CompletableFuture;

/**
 * Decides when the state is written down. By steps and records as well as by time, because recovery has to walk all steps
 * since the last snapshot and should take about a second.
 */
final class SnapshotSchedule {

    private static final long STEPS = 1_000_000;
    private static final long RECORDS = 500_000;
    private static final long WALL_NANOS = 120_000_000_000L;

    private final TradingCore core;
    private final Journal journal;
    private final Publisher publisher;
    private final StateBytes bytes = new StateBytes();
    private long lastSequence;
    private long lastPosition;
    private long lastWallNanos = Long.MIN_VALUE;

    SnapshotSchedule(TradingCore core, Journal journal, Publisher publisher) {
        this.core = core;
        this.journal = journal;
        this.publisher = publisher;
        lastSequence = core.sequence();
        lastPosition = journal.lastPosition();
    }

    void turn(long wallNanos) {
        if (lastWallNanos == Long.MIN_VALUE) {
            lastWallNanos = wallNanos;
        }
        boolean due = core.sequence() - lastSequence >= STEPS
                || journal.lastPosition() - lastPosition >= RECORDS
                || (wallNanos - lastWallNanos >= WALL_NANOS && core.sequence() != lastSequence);
        if (due) {
            lastWallNanos = wallNanos;
            takeNow();
        }
    }

    void takeNow() {
        CompletableFuture<Boolean> barsKept = core.bars().flush();
        bytes.clear();
        core.save(bytes);
        lastSequence = core.sequence();
        lastPosition = journal.lastPosition();
        Snapshot snapshot = new Snapshot(lastPosition, lastSequence, bytes.toByteArray());
        publisher.add(new Release.State(lastPosition, snapshot, barsKept));
    }
}
