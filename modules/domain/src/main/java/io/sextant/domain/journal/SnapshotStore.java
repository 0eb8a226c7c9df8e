package io.sextant.domain.journal;

import java.util.Optional;
import java.util.function.Predicate;

/** Keeps whole states of the engine, each checksummed; the newest whole one is where recovery begins. */
public interface SnapshotStore {

    void save(Snapshot snapshot);

    /** The newest snapshot that is whole, not ahead of {@code journalPosition}, and readable; unreadable ones stay as they are. */
    Optional<Snapshot> findNewest(long journalPosition, Predicate<Snapshot> readable);

    /** A state and the journal position and event number after which it was taken. */
    @SuppressWarnings("ArrayRecordComponent")
    record Snapshot(long journalPosition, long sequence, byte[] state) {}
}
