package io.sextant.exchange.trade;

import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.JournalOpening;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.SnapshotStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** A journal whose tail is lost in a crash unless it was flushed, and the snapshots beside it. */
final class CrashJournal implements Journal, SnapshotStore {

    private record Entry(RecordKind kind, long sequence, byte[] payload) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private int durable;

    @Override
    public long append(RecordKind kind, long sequence, byte[] payload, int length) {
        entries.add(new Entry(kind, sequence, Arrays.copyOf(payload, length)));
        return entries.size();
    }

    /** What was not flushed never was. */
    void crash() {
        entries.subList(durable, entries.size()).clear();
        snapshots.removeIf(one -> one.journalPosition() > durable);
    }

    @Override
    public long lastPosition() {
        return entries.size();
    }

    @Override
    public long durablePosition() {
        return durable;
    }

    @Override
    public void onDurable(LongConsumer listener) {}

    @Override
    public Optional<String> failure() {
        return Optional.empty();
    }

    @Override
    public void flush() {
        durable = entries.size();
    }

    @Override
    public void read(long afterPosition, RecordReader reader) {
        List<Entry> copy = List.copyOf(entries.subList(0, durable));
        for (int i = (int) afterPosition; i < copy.size(); i++) {
            Entry entry = copy.get(i);
            reader.onRecord(i + 1, entry.kind(), entry.sequence(), entry.payload(), 0, entry.payload().length);
        }
    }

    @Override
    public JournalOpening opening() {
        return new JournalOpening(0, 0, 0, "");
    }

    @Override
    public void save(Snapshot snapshot) {
        snapshots.add(snapshot);
    }

    @Override
    public Optional<Snapshot> findNewest(long upToPosition, Predicate<Snapshot> readable) {
        return snapshots.reversed().stream()
                .filter(one -> one.journalPosition() <= upToPosition && readable.test(one))
                .findFirst();
    }

    @Override
    public void close() {}
}
