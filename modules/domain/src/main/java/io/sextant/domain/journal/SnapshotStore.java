package io.sextant.domain.journal;

import java.util.Optional;

/** Keeps whole states of the engine, each checksummed; the newest whole one is where recovery begins. */
public interface SnapshotStore {

    void save(Snapshot snapshot);

    /** The newest snapshot that is whole and not ahead of {@code journalPosition}. */
    Optional<Snapshot> findNewest(long journalPosition);

    /** A state and the journal position and event number after which it was taken. */
    @SuppressWarnings("ArrayRecordComponent")
    record Snapshot(long journalPosition, long sequence, byte[] state) {}
}
