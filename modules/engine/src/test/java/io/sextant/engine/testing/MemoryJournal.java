package io.sextant.engine.testing;

import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.JournalOpening;
import io.sextant.domain.journal.RecordKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** A journal in memory whose disk is as slow as the test wants, and which can lose its tail as a crash would. */
public final class MemoryJournal implements Journal {

    private record Entry(RecordKind kind, long sequence, byte[] payload) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<LongConsumer> listeners = new ArrayList<>();
    private boolean holdsBack;
    private long durable;
    private String failure = "";
    private String flushFailure = "";
    private String readFailure = "";

    @Override
    public synchronized long append(RecordKind kind, long sequence, byte[] payload, int length) {
        if (!failure.isEmpty()) {
            throw new IllegalStateException(failure);
        }
        entries.add(new Entry(kind, sequence, Arrays.copyOf(payload, length)));
        if (!holdsBack) {
            durable = entries.size();
        }
        return entries.size();
    }

    @Override
    public synchronized long lastPosition() {
        return entries.size();
    }

    @Override
    public synchronized long durablePosition() {
        return durable;
    }

    @Override
    public synchronized void onDurable(LongConsumer listener) {
        listeners.add(listener);
    }

    @Override
    public synchronized Optional<String> failure() {
        return failure.isEmpty() ? Optional.empty() : Optional.of(failure);
    }

    @Override
    public void flush() {
        synchronized (this) {
            if (!flushFailure.isEmpty()) {
                throw new IllegalStateException(flushFailure);
            }
        }
        release();
    }

    @Override
    public void read(long afterPosition, RecordReader reader) {
        List<Entry> copy;
        synchronized (this) {
            if (!readFailure.isEmpty()) {
                throw new IllegalStateException(readFailure);
            }
            copy = List.copyOf(entries.subList(0, (int) durable));
        }
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
    public void close() {}

    /** From now on nothing becomes durable until {@link #release()}. */
    public synchronized void holdBack() {
        holdsBack = true;
    }

    /** From now on a flush fails with this sentence, once released no more. */
    public synchronized void breakFlush(String sentence) {
        flushFailure = sentence;
    }

    public synchronized void breakReads(String sentence) {
        readFailure = sentence;
    }

    public void release() {
        List<LongConsumer> told;
        long position;
        synchronized (this) {
            holdsBack = false;
            flushFailure = "";
            durable = entries.size();
            position = durable;
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.accept(position));
    }

    /** Breaks the disk: nothing more becomes durable. */
    public void fail(String sentence) {
        List<LongConsumer> told;
        long position;
        synchronized (this) {
            failure = sentence;
            position = durable;
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.accept(position));
    }

    /** What a crash leaves: the first {@code records} records. */
    public synchronized MemoryJournal crashedAt(long records) {
        MemoryJournal survivor = new MemoryJournal();
        survivor.entries.addAll(entries.subList(0, (int) records));
        survivor.durable = records;
        return survivor;
    }
}
