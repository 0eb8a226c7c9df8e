package io.sextant.domain.journal;

import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The engine's memory. Records carry the number of the event in the total order after which they were written. Appending
 * never waits for the disk; what was appended is safe once {@link #durablePosition()} has reached the position that append
 * returned. Single writer. A journal that could not write stays failed: {@link #durablePosition()} stands still, appending and
 * flushing throw, and only opening it anew says what is safe.
 */
public interface Journal extends AutoCloseable {

    /**
     * Copies one record in and returns its position (1 for the first ever). Waits only when the writer is a whole buffer
     * behind.
     */
    long append(RecordKind kind, long sequence, byte[] payload, int length);

    /** Position of the last appended record; 0 when there is none. */
    long lastPosition();

    /** All records up to this position survive a crash. */
    long durablePosition();

    /**
     * Calls the listener with the new {@link #durablePosition()} whenever that has moved, and once more, unmoved, when the
     * journal fails. It runs on the journal's own thread and must only wake somebody.
     */
    void onDurable(LongConsumer listener);

    /** Why nothing becomes durable any more, as a sentence; empty while all is well. */
    Optional<String> failure();

    /** Waits until everything appended so far is durable. */
    void flush();

    /** Hands over, in order, every record after {@code afterPosition} that was durable when the call began. Any thread. */
    void read(long afterPosition, RecordReader reader);

    /** What opening found: how many records, and whether a damaged tail was cut. */
    JournalOpening opening();

    @Override
    void close();

    /** Receives one record; the array is reused after the call. */
    @FunctionalInterface
    interface RecordReader {
        void onRecord(long position, RecordKind kind, long sequence, byte[] payload, int offset, int length);
    }
}
