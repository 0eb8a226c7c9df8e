package io.sextant.marketdata.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.time.SeededRandom;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.Listed;
import io.sextant.marketdata.MarketSink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedFeedTest {

    private static final int DAMAGES = Integer.getInteger("sextant.damages", 300);
    private static final String OVER = "status ENDED the recording is over";

    @TempDir
    private Path folder;

    @Test
    void saysAgainWhatWasSaid() throws IOException {
        Told original = new Told();
        Path file = recorded("market", 1, 5_000, original);
        original.lines.add(OVER);

        try (RecordedFeed feed = RecordedFeed.open(file)) {
            assertThat(replayed(feed).lines).isEqualTo(original.lines);
            assertThat(feed.nextNanos()).isEqualTo(Feed.NOTHING_DUE);
            assertThat(feed.instruments().all()).isEqualTo(Listed.ALL.all());
            assertThat(feed.isReproducible()).isTrue();
        }
    }

    @Test
    void spansManyBlocks() throws IOException {
        Told original = new Told();
        Path file = recorded("market", 2, 60_000, original);
        assertThat(Files.size(file)).isGreaterThan(6L * Format.BLOCK_BYTES);
        original.lines.add(OVER);
        try (RecordedFeed feed = RecordedFeed.open(file)) {
            assertThat(replayed(feed).lines).isEqualTo(original.lines);
        }
    }

    @Test
    void takesWhatHappenedAtOneTimeInOneStep() throws IOException {
        Path file = folder.resolve("market");
        try (FeedRecorder recorder = FeedRecorder.create(file, Listed.ALL, "test")) {
            recorder.onTrade(1, 10, 100, 5, Side.BUY);
            recorder.onLevel(1, 10, Side.SELL, 100, 0);
            recorder.onQuote(1, 10, 99, 5, 101, 5);
            recorder.onTrade(1, 11, 101, 5, Side.BUY);
        }
        try (RecordedFeed feed = RecordedFeed.open(file)) {
            Told told = new Told();
            assertThat(feed.nextNanos()).isEqualTo(10);
            feed.step(told);
            assertThat(told.lines).hasSize(3);
            assertThat(feed.nextNanos()).isEqualTo(11);
            feed.step(told);
            assertThat(told.lines).hasSize(4);
            assertThat(feed.nextNanos()).isEqualTo(11);
            feed.step(told);
            assertThat(told.lines).last().isEqualTo(OVER);
        }
    }

    @Test
    void neverGoesBackInTime() throws IOException {
        Path file = folder.resolve("market");
        try (FeedRecorder recorder = FeedRecorder.create(file, Listed.ALL, "test")) {
            recorder.onStatus(FeedStatus.CONNECTED, "hello");
            recorder.onTrade(1, 10, 100, 5, Side.BUY);
            recorder.onTrade(1, 8, 101, 5, Side.BUY);
            recorder.onStatus(FeedStatus.STALE, "slow");
        }
        try (RecordedFeed feed = RecordedFeed.open(file)) {
            assertThat(feed.nextNanos()).isEqualTo(10);
            assertThat(replayed(feed).lines)
                    .containsExactly(
                            "status CONNECTED hello",
                            "trade 1 10 100 5 BUY",
                            "trade 1 10 101 5 BUY",
                            "status STALE slow",
                            OVER);
        }
    }

    @Test
    void isOverAtOnceWhenNothingWasSaid() throws IOException {
        Path file = recorded("market", 1, 0, new Told());
        try (RecordedFeed feed = RecordedFeed.open(file)) {
            assertThat(replayed(feed).lines).containsExactly(OVER);
        }
    }

    @Test
    void namesItsContent() throws IOException {
        Path file = recorded("market", 3, 100, new Told());
        Path same = recorded("other name", 3, 100, new Told());
        Path different = recorded("third", 4, 100, new Told());
        try (RecordedFeed a = RecordedFeed.open(file);
                RecordedFeed b = RecordedFeed.open(same);
                RecordedFeed c = RecordedFeed.open(different)) {
            assertThat(a.summary()).isEqualTo(b.summary());
            assertThat(a.summary().contentHash()).isNotEqualTo(c.summary().contentHash());
            assertThat(a.name())
                    .isEqualTo("replay of market (a test, sha256 "
                            + a.summary().contentHash().substring(0, 12) + ")");
            assertThat(a.summary().events()).isEqualTo(100);
            assertThat(a.summary().firstNanos()).isGreaterThanOrEqualTo(RandomMarket.START);
            assertThat(a.summary().lastNanos()).isGreaterThan(a.summary().firstNanos());
        }
    }

    @Test
    void goesOnFromASnapshotAnywhere() throws IOException {
        Path file = recorded("market", 5, 20_000, new Told());
        SeededRandom random = new SeededRandom(1);
        for (int round = 0; round < 10; round++) {
            try (RecordedFeed feed = RecordedFeed.open(file);
                    RecordedFeed twin = RecordedFeed.open(file)) {
                int steps = random.nextInt(12_000);
                for (int i = 0; i < steps && feed.nextNanos() != Feed.NOTHING_DUE; i++) {
                    feed.step(new Told());
                }
                StateBytes bytes = new StateBytes();
                feed.save(bytes);
                twin.load(StateBytes.reader(bytes.toByteArray()));
                assertThat(twin.nextNanos()).isEqualTo(feed.nextNanos());
                assertThat(replayed(twin).lines).isEqualTo(replayed(feed).lines);
            }
        }
    }

    @Test
    void goesOnFromTheVeryEnd() throws IOException {
        Path file = recorded("market", 5, 50, new Told());
        try (RecordedFeed feed = RecordedFeed.open(file);
                RecordedFeed twin = RecordedFeed.open(file)) {
            while (feed.nextNanos() != Feed.NOTHING_DUE) {
                StateBytes bytes = new StateBytes();
                feed.save(bytes);
                twin.load(StateBytes.reader(bytes.toByteArray()));
                assertThat(twin.nextNanos()).isEqualTo(feed.nextNanos());
                feed.step(new Told());
            }
            StateBytes bytes = new StateBytes();
            feed.save(bytes);
            twin.load(StateBytes.reader(bytes.toByteArray()));
            assertThat(twin.nextNanos()).isEqualTo(Feed.NOTHING_DUE);
        }
    }

    @Test
    void refusesWhatIsNoRecording() throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "time,price\n1,2\n");
        assertThatExceptionOfType(DamagedRecordingException.class)
                .isThrownBy(() -> RecordedFeed.open(file))
                .withMessage(file + " cannot be replayed: it is not a recording of Sextant (at byte 0)");
        Files.writeString(file, "");
        assertThatExceptionOfType(DamagedRecordingException.class).isThrownBy(() -> RecordedFeed.open(file));
    }

    @Test
    void refusesARecordingThatWasCutAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(recorded("market", 6, 300, new Told()));
        Path cut = folder.resolve("cut");
        for (int length = 8; length < whole.length; length += 1 + whole.length / DAMAGES) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(DamagedRecordingException.class)
                    .isThrownBy(() -> RecordedFeed.open(cut))
                    .withMessageContaining("the recording was not finished, or its end is missing");
        }
    }

    @Test
    void refusesARecordingWithAnyByteChanged() throws IOException {
        byte[] whole = Files.readAllBytes(recorded("market", 7, 200, new Told()));
        Path changed = folder.resolve("changed");
        SeededRandom random = new SeededRandom(1);
        for (int at = 0; at < whole.length; at += 1 + whole.length / DAMAGES) {
            byte[] bytes = whole.clone();
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(changed, bytes);
            assertThatExceptionOfType(DamagedRecordingException.class).isThrownBy(() -> RecordedFeed.open(changed));
        }
    }

    @Test
    void refusesARecordingWithAnythingAfterItsEnd() throws IOException {
        Path file = recorded("market", 8, 10, new Told());
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThatExceptionOfType(DamagedRecordingException.class)
                .isThrownBy(() -> RecordedFeed.open(file))
                .withMessageContaining("something follows its end");
    }

    @Test
    void hasItsNameOnlyWhenItIsWhole() throws IOException {
        Path file = folder.resolve("market");
        FeedRecorder recorder = FeedRecorder.create(file, Listed.ALL, "a test");
        new RandomMarket(1).say(100_000, recorder);
        assertThat(file).doesNotExist();
        Path unfinished = folder.resolve("market" + FeedRecorder.UNFINISHED);
        assertThatExceptionOfType(DamagedRecordingException.class)
                .isThrownBy(() -> RecordedFeed.open(unfinished))
                .withMessageContaining("the recording was not finished");
        recorder.close();
        recorder.close();
        assertThat(file).exists();
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void recordsAnotherFeedUpToATime() throws IOException {
        Path file = recorded("market", 9, 500, new Told());
        Path copy = folder.resolve("copy");
        try (RecordedFeed feed = RecordedFeed.open(file)) {
            long until = feed.summary().firstNanos()
                    + (feed.summary().lastNanos() - feed.summary().firstNanos()) / 2;
            try (FeedRecorder recorder = FeedRecorder.create(copy, feed.instruments(), feed.name())) {
                recorder.record(feed, until);
                assertThat(recorder.events()).isBetween(10L, 490L);
            }
            assertThat(feed.nextNanos()).isGreaterThanOrEqualTo(until);
        }
        try (RecordedFeed feed = RecordedFeed.open(copy)) {
            assertThat(feed.summary().source()).startsWith("replay of market (a test");
        }
    }

    @Test
    void allocatesNothingForTradesQuotesAndLevels() throws IOException {
        Path file = folder.resolve("market");
        try (FeedRecorder recorder = FeedRecorder.create(file, Listed.ALL, "test")) {
            for (int i = 0; i < 200_000; i++) {
                recorder.onTrade(i % 5, 1_000L * i, 100 + i % 7, 5, Side.BUY);
                recorder.onLevel(i % 5, 1_000L * i, Side.SELL, 100 + i % 7, i % 90);
                recorder.onQuote(i % 5, 1_000L * i, 99, i % 70, 101, 5);
            }
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (RecordedFeed feed = RecordedFeed.open(file)) {
            Counting sink = new Counting();
            while (sink.events < 100_000) {
                feed.step(sink);
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            while (sink.events < 590_000) {
                feed.step(sink);
            }
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000);
        }
    }

    private Path recorded(String name, long seed, int events, Told original) throws IOException {
        Path file = folder.resolve(name);
        try (FeedRecorder recorder = FeedRecorder.create(file, Listed.ALL, "a test")) {
            new RandomMarket(seed).say(events, recorder, original);
        }
        return file;
    }

    private static Told replayed(RecordedFeed feed) {
        Told told = new Told();
        long before = Long.MIN_VALUE;
        while (feed.nextNanos() != Feed.NOTHING_DUE) {
            assertThat(feed.nextNanos() >= before).isTrue();
            before = feed.nextNanos();
            feed.step(told);
        }
        return told;
    }

    private static final class Counting implements MarketSink {

        private long events;

        @Override
        public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
            events++;
        }

        @Override
        public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
            events++;
        }

        @Override
        public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
            events++;
        }

        @Override
        public void onHeadline(Headline headline) {
            throw new IllegalStateException(headline.text());
        }

        @Override
        public void onStatus(FeedStatus status, String detail) {
            throw new IllegalStateException(List.of(status, detail).toString());
        }
    }
}
