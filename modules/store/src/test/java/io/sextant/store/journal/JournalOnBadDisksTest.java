package io.sextant.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.store.problem.StoreException;
import io.sextant.store.problem.StoreProblem.JournalFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalOnBadDisksTest {

    private static final int CUTS = Math.max(20, Integer.getInteger("sextant.seeds", 100) / 4);

    @TempDir
    Path folder;

    @Test
    void stopsAcknowledgingWhenTheDiskIsFull() throws InterruptedException {
        AtomicLong room = new AtomicLong(20_000);
        SegmentFile.Opener fillsUp = (path, size) -> new FragileFile(ChannelSegmentFile.open(path, size)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                int fits = (int) Math.min(length, room.getAndAdd(-length));
                super.write(bytes, offset, Math.max(fits, 0));
                if (fits < length) {
                    throw new IOException("No space left on device");
                }
            }
        };
        BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
        long durable;
        try (FileJournal journal = FileJournal.open(folder, SampleRecords.options(1 << 14, 6_000), fillsUp)) {
            journal.onDurable(position -> journal.failure().ifPresent(sentence -> heard.add(position)));
            assertThatThrownBy(() -> SampleRecords.append(journal, 1_000_000))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.problem()).isInstanceOf(JournalFailed.class))
                    .hasMessageContaining("No space left on device");

            durable = journal.durablePosition();
            assertThat(heard.poll(120, TimeUnit.SECONDS)).isEqualTo(durable);
            assertThat(journal.failure().orElseThrow()).contains("Everything up to record " + durable);
            assertThatThrownBy(() -> SampleRecords.append(journal, 1)).isInstanceOf(StoreException.class);
            assertThatThrownBy(journal::flush).isInstanceOf(StoreException.class);
            assertThat(journal.durablePosition()).isEqualTo(durable).isLessThan(journal.lastPosition());
            assertThat(SampleRecords.readAndCheck(journal, 0)).isEqualTo(durable);
        }

        try (FileJournal journal = FileJournal.open(folder, SampleRecords.options(1 << 14, 6_000))) {
            assertThat(SampleRecords.readAndCheck(journal, 0)).isGreaterThanOrEqualTo(durable);
        }
    }

    @Test
    void neverWritesAgainAfterAForceThatFailed() {
        AtomicLong forces = new AtomicLong();
        AtomicLong writesAfterFailure = new AtomicLong();
        SegmentFile.Opener failsOnce = (path, size) -> new FragileFile(ChannelSegmentFile.open(path, size)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (forces.get() >= 3) {
                    writesAfterFailure.incrementAndGet();
                }
                super.write(bytes, offset, length);
            }

            @Override
            public void force() throws IOException {
                if (forces.incrementAndGet() == 3) {
                    throw new IOException("Input/output error");
                }
                super.force();
            }
        };
        try (FileJournal journal = FileJournal.open(folder, SampleRecords.options(1 << 14, 1 << 20), failsOnce)) {
            SampleRecords.append(journal, 1);
            journal.flush();
            SampleRecords.append(journal, 1);
            journal.flush();
            SampleRecords.append(journal, 1);

            assertThatThrownBy(journal::flush).hasMessageContaining("Input/output error");
            assertThatThrownBy(() -> SampleRecords.append(journal, 100)).isInstanceOf(StoreException.class);
            assertThat(journal.durablePosition()).isEqualTo(2);
        }
        assertThat(writesAfterFailure).hasValue(0);
    }

    @Test
    void appendsWhileTheDiskHangsAndWaitsOnlyWhenTheRingIsFull() {
        CountDownLatch diskHangs = new CountDownLatch(1);
        SegmentFile.Opener hangs = (path, size) -> new FragileFile(ChannelSegmentFile.open(path, size)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    diskHangs.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                super.write(bytes, offset, length);
            }
        };
        Thread loop = Thread.currentThread();
        AtomicLong pausesOfLoop = new AtomicLong();
        Pause freesTheDisk = nanos -> {
            if (Thread.currentThread() == loop) {
                pausesOfLoop.incrementAndGet();
                diskHangs.countDown();
            }
            Pause.PARK.parkNanos(nanos);
        };
        int ringBytes = 1 << 16;
        JournalOptions options = new JournalOptions(
                ringBytes, 1 << 20, freesTheDisk, new SeededRandom(1), JournalOptions.Cutting.ANY_DAMAGE);
        try (FileJournal journal = FileJournal.open(folder, options, hangs)) {
            int fit = ringBytes / RecordFrame.frameBytes(SampleRecords.PAYLOAD_BYTES_MAX);
            SampleRecords.append(journal, fit);
            assertThat(pausesOfLoop).hasValue(0);
            assertThat(journal.durablePosition()).isZero();

            SampleRecords.append(journal, 10L * fit);
            assertThat(pausesOfLoop.get()).isPositive();
            journal.flush();
            assertThat(SampleRecords.readAndCheck(journal, 0)).isEqualTo(11L * fit);
        }
    }

    @Test
    @Tag("scaled")
    void keepsEverythingAcknowledgedThroughPowerCuts() throws IOException {
        SeededRandom random = new SeededRandom(2026);
        for (int cut = 0; cut < CUTS; cut++) {
            ForgetfulDisk disk = new ForgetfulDisk();
            Path before = Files.createDirectory(folder.resolve("before-" + cut));
            Path after = Files.createDirectory(folder.resolve("after-" + cut));
            long acknowledged;
            try (FileJournal journal = FileJournal.open(before, SampleRecords.options(1 << 14, 5_000), disk)) {
                SampleRecords.append(journal, random.nextInt(400));
                acknowledged = journal.durablePosition();
                disk.cutPower(after, random);
            }
            try (FileJournal journal = FileJournal.open(after, SampleRecords.options(1 << 14, 5_000))) {
                assertThat(SampleRecords.readAndCheck(journal, 0)).isGreaterThanOrEqualTo(acknowledged);
            }
        }
    }

    /** Passes everything on; tests override what breaks. */
    private static class FragileFile implements SegmentFile {

        private final SegmentFile real;

        FragileFile(SegmentFile real) {
            this.real = real;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            real.write(bytes, offset, length);
        }

        @Override
        public void force() throws IOException {
            real.force();
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }

    /** A disk that keeps what was forced and, when the power goes, any part of the rest, or garbage in its place. */
    private static final class ForgetfulDisk implements SegmentFile.Opener {

        private final Set<Path> files = ConcurrentHashMap.newKeySet();
        private final Map<Path, Long> forcedBytes = new TreeMap<>();

        @Override
        public SegmentFile open(Path path, long size) throws IOException {
            SegmentFile real = ChannelSegmentFile.open(path, size);
            files.add(path);
            return new FragileFile(real) {
                private long written = size;

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    super.write(bytes, offset, length);
                    written += length;
                }

                @Override
                public void force() {
                    synchronized (forcedBytes) {
                        forcedBytes.put(path, written);
                    }
                }
            };
        }

        void cutPower(Path into, SeededRandom random) throws IOException {
            synchronized (forcedBytes) {
                for (Path file : files) {
                    byte[] content = Files.readAllBytes(file);
                    int forced = forcedBytes.getOrDefault(file, 0L).intValue();
                    int kept = forced + random.nextInt(content.length - forced + 1);
                    byte[] survived = Arrays.copyOf(content, kept);
                    for (int i = forced; i < kept && random.nextBoolean(); i++) {
                        survived[i] = (byte) random.nextInt();
                    }
                    Files.write(into.resolve(file.getFileName()), survived);
                }
            }
        }
    }
}
