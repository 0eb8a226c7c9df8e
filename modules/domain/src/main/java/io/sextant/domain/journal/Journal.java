package io.sextant.domain.journal;

/**
 * The engine's memory. Records carry the number of the event in the total order after which they were written. Appending
 * never waits for the disk; what was appended is safe once {@link #durablePosition()} has reached the position that append
 * returned. Single writer.
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

    /** Waits until everything appended so far is durable. */
    void flush();

    /** Hands over every whole record after {@code afterPosition} in order. */
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
