package io.sextant.benchmarks.store;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SystemClock;
import io.sextant.store.archive.ChunkedBarArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Writes bars of a random walk on a tick grid into the archive, in one piece and one by one, and reads them back. Arguments:
 * folder, bars.
 */
public final class BarArchiveThroughput {

    private static final System.Logger LOG = System.getLogger(BarArchiveThroughput.class.getName());
    private static final InstrumentId INSTRUMENT = InstrumentId.of("BTC-USDT");
    private static final InstrumentId OTHER = InstrumentId.of("ETH-USDT");
    private static final int LONE_BARS = 600;
    private static final int WINDOWS = 2_000;
    private static final int WINDOW_BARS = 500;

    private final Clock clock = new SystemClock();
    private final Path folder;

    private BarArchiveThroughput(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        Path parent = Path.of(arguments.length > 0 ? arguments[0] : "target");
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        Path folder = Files.createTempDirectory(Files.createDirectories(parent), "bars-throughput");
        BarArchiveThroughput run = new BarArchiveThroughput(folder);
        BarSeries bars = randomWalk(count);
        run.append(bars);
        run.size(count);
        run.read(bars);
        run.appendOneByOne(bars);
    }

    private static BarSeries randomWalk(int count) {
        SeededRandom random = new SeededRandom(1);
        BarSeriesBuilder bars = new BarSeriesBuilder();
        long cents = 6_000_000;
        long time = 1_600_000_020_000_000_000L;
        for (int i = 0; i < count; i++) {
            long open = cents + random.nextInt(3) - 1;
            long close = Math.max(100_000, open + Math.round(random.nextGaussian() * 0.0005 * open));
            long high = Math.max(open, close) + Math.round(Math.abs(random.nextGaussian()) * 0.0002 * open);
            long low = Math.min(open, close) - Math.round(Math.abs(random.nextGaussian()) * 0.0002 * open);
            double volume = Math.round(Math.exp(random.nextGaussian()) * 1_000_000) / 100_000.0;
            bars.add(time, open / 100.0, high / 100.0, low / 100.0, close / 100.0, volume);
            cents = close;
            time += Timeframe.M1.nominalNanos();
        }
        return bars.build();
    }

    private void append(BarSeries bars) {
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(folder)) {
            long start = clock.nanos();
            archive.append(INSTRUMENT, Timeframe.M1, bars);
            report("append in one piece", bars.size(), start);
        }
    }

    private void size(int count) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "{0}: {1} bytes, {2} bytes a bar",
                        file.getFileName(),
                        Files.size(file),
                        Files.size(file) / (double) count);
            }
        }
    }

    private void read(BarSeries bars) {
        long opening = clock.nanos();
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(folder)) {
            LOG.log(System.Logger.Level.INFO, "open: {0} ms", (clock.nanos() - opening) / 1e6);
            for (int round = 0; round < 8; round++) {
                long start = clock.nanos();
                BarSeries read = archive.read(INSTRUMENT, Timeframe.M1, 0, Long.MAX_VALUE);
                report("read whole", read.size(), start);
                if (!read.equals(bars)) {
                    throw new IllegalStateException("what was read is not what was written");
                }
            }
            SeededRandom random = new SeededRandom(2);
            long start = clock.nanos();
            for (int i = 0; i < WINDOWS; i++) {
                long before = bars.openTimeNanos()[random.nextInt(bars.size())];
                archive.readBefore(INSTRUMENT, Timeframe.M1, before, WINDOW_BARS);
            }
            LOG.log(
                    System.Logger.Level.INFO,
                    "read {0} bars before a time: {1} us",
                    WINDOW_BARS,
                    (clock.nanos() - start) / 1e3 / WINDOWS);
        }
    }

    private void appendOneByOne(BarSeries bars) {
        try (ChunkedBarArchive archive = ChunkedBarArchive.open(folder)) {
            long start = clock.nanos();
            for (int i = 0; i < LONE_BARS; i++) {
                archive.append(OTHER, Timeframe.M1, bars.copyOfRange(i, i + 1));
            }
            report("append one by one", LONE_BARS, start);
        }
    }

    private void report(String what, int bars, long startNanos) {
        double seconds = (clock.nanos() - startNanos) / 1e9;
        LOG.log(System.Logger.Level.INFO, "{0}: {1} bars, {2} bars/s", what, bars, Math.round(bars / seconds));
    }
}
