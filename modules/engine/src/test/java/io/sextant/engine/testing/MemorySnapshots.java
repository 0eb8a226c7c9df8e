package io.sextant.engine.testing;

import io.sextant.domain.journal.SnapshotStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Snapshots in memory. */
public final class MemorySnapshots implements SnapshotStore {

    private final List<Snapshot> kept = new ArrayList<>();

    @Override
    public synchronized void save(Snapshot snapshot) {
        kept.add(snapshot);
    }

    @Override
    public synchronized Optional<Snapshot> findNewest(long journalPosition, Predicate<Snapshot> readable) {
        return kept.stream()
                .filter(snapshot -> snapshot.journalPosition() <= journalPosition)
                .filter(readable)
                .max(Comparator.comparingLong(Snapshot::journalPosition));
    }
}
