package io.sextant.benchmarks.store;

import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SystemClock;
import io.sextant.store.journal.FileJournal;
import io.sextant.store.journal.JournalOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * Appends records as fast as the journal takes them, with every group forced to the disk, then one record at a time, then
 * opens and reads it all. Arguments: folder, records, payload bytes.
 */
public final class JournalThroughput {

    private static final System.Logger LOG = System.getLogger(JournalThroughput.class.getName());

    private static final int LONE_RECORDS = 500;

    private final Clock clock = new SystemClock();
    private final Path folder;
    private final byte[] payload;

    private JournalThroughput(Path folder, int payloadBytes) {
        this.folder = folder;
        payload = new byte[payloadBytes];
        new SeededRandom(1).nextBytes(payload);
    }

    public static void main(String[] arguments) throws IOException {
        Path parent = Path.of(arguments.length > 0 ? arguments[0] : "target");
        int records = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000_000;
        int payloadBytes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 48;
        Path folder = Files.createTempDirectory(Files.createDirectories(parent), "journal-throughput");
        JournalThroughput run = new JournalThroughput(folder, payloadBytes);
        run.append(records);
        run.appendAlone();
        run.openAndRead();
    }

    private FileJournal open() {
        return FileJournal.open(folder, JournalOptions.of(Pause.PARK, new SeededRandom(1)));
    }

    private void append(int records) {
        try (FileJournal journal = open()) {
            AtomicLong groups = new AtomicLong();
            journal.onDurable(position -> groups.incrementAndGet());
            long start = clock.nanos();
            for (int i = 0; i < records; i++) {
                journal.append(RecordKind.FACT, i, payload, payload.length);
            }
            long appended = clock.nanos();
            journal.flush();
            double seconds = (clock.nanos() - start) / 1e9;
            LOG.log(
                    System.Logger.Level.INFO,
                    "append: {0} records of {1} bytes in {2} s ({3} s until the last was taken): {4} records/s, {5} groups of {6} records",
                    records,
                    payload.length,
                    seconds,
                    (appended - start) / 1e9,
                    Math.round(records / seconds),
                    groups.get(),
                    records / Math.max(1, groups.get()));
        }
    }

    /** The way of a single order: append, then wait until it is safe. */
    private void appendAlone() {
        Histogram nanos = new Histogram(3);
        Histogram appendNanos = new Histogram(3);
        try (FileJournal journal = open()) {
            for (int i = 0; i < LONE_RECORDS; i++) {
                long start = clock.nanos();
                journal.append(RecordKind.COMMAND, i, payload, payload.length);
                appendNanos.recordValue(clock.nanos() - start);
                journal.flush();
                nanos.recordValue(clock.nanos() - start);
            }
        }
        LOG.log(
                System.Logger.Level.INFO,
                "alone: append p50 {0} us, p99 {1} us; until durable p50 {2} us, p99 {3} us",
                appendNanos.getValueAtPercentile(50) / 1e3,
                appendNanos.getValueAtPercentile(99) / 1e3,
                nanos.getValueAtPercentile(50) / 1e3,
                nanos.getValueAtPercentile(99) / 1e3);
    }

    private void openAndRead() {
        for (int round = 0; round < 3; round++) {
            long start = clock.nanos();
            try (FileJournal journal = open()) {
                long opened = clock.nanos();
                AtomicLong bytes = new AtomicLong();
                journal.read(0, (position, kind, sequence, content, offset, length) -> bytes.addAndGet(length));
                double openSeconds = (opened - start) / 1e9;
                double readSeconds = (clock.nanos() - opened) / 1e9;
                LOG.log(
                        System.Logger.Level.INFO,
                        "open and verify: {0} s, {1} records/s; read: {2} s, {3} records/s",
                        openSeconds,
                        Math.round(journal.lastPosition() / openSeconds),
                        readSeconds,
                        Math.round(journal.lastPosition() / readSeconds));
            }
        }
    }
}
