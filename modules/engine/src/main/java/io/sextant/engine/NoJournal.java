package io.sextant.engine;

import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.JournalOpening;
import io.sextant.domain.journal.RecordKind;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Remembers nothing and calls it durable at once: for backtests and throw-away runs, whose inputs exist elsewhere. */
public final class NoJournal implements Journal {

    private long position;

    @Override
    public long append(RecordKind kind, long sequence, byte[] payload, int length) {
        return ++position;
    }

    @Override
    public long lastPosition() {
        return position;
    }

    @Override
    public long durablePosition() {
        return position;
    }

    @Override
    public void onDurable(LongConsumer listener) {}

    @Override
    public Optional<String> failure() {
        return Optional.empty();
    }

    @Override
    public void flush() {}

    @Override
    public void read(long afterPosition, RecordReader reader) {}

    @Override
    public JournalOpening opening() {
        return new JournalOpening(0, 0, 0, "");
    }

    @Override
    public void close() {}
}
