package io.sextant.benchmarks.store;

import io.sextant.domain.dataset.ImportChoices;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SystemClock;
import io.sextant.marketdata.file.BarCsv;
import io.sextant.marketdata.file.WholeFile;
import io.sextant.marketdata.intake.FileImporter;
import io.sextant.marketdata.intake.ImportProgress;
import io.sextant.marketdata.intake.Quarantine;
import io.sextant.store.archive.ChunkedBarArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The archive beside one row a bar in H2 and beside DuckDB, all in one run on the same bars: load, read all, a thousand random
 * days (of a file just opened, and again), bytes on disk; then the import of the same bars as CSV. Arguments: folder, bars, rounds. Each figure is the best of the
 * rounds, so that what else a machine does counts for little; what is read is compared with what was written.
 */
public final class ArchiveRace {

    private static final InstrumentId INSTRUMENT = InstrumentId.of("BTC-USDT");
    private static final long DAY = Timeframe.D1.nominalNanos();
    private static final int DAYS = 1_000;

    private final Clock clock = new SystemClock();
    private final Path folder;
    private final BarSeries bars;
    private final int rounds;

    private ArchiveRace(Path folder, BarSeries bars, int rounds) {
        this.folder = folder;
        this.bars = bars;
        this.rounds = rounds;
    }

    /** One of those that race. Reads hand out columns of primitives, as whoever computes with bars wants them. */
    interface Runner extends AutoCloseable {

        String name();

        void load(BarSeries bars);

        BarSeries read(long fromNanos, long toNanos);

        /** Writes everything out, so that files have their size. */
        @Override
        void close();
    }

    /** Opens a runner with its files in a folder. */
    @FunctionalInterface
    interface Opening {
        Runner in(Path folder);
    }

    private record Result(
            String name,
            double loadPerSecond,
            double readPerSecond,
            double firstDayMicros,
            double dayMicros,
            double bytesABar) {}

    public static void main(String[] arguments) throws IOException {
        Path parent = Path.of(arguments.length > 0 ? arguments[0] : "target");
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        Path folder = Files.createTempDirectory(Files.createDirectories(parent), "archive-race");
        ArchiveRace race = new ArchiveRace(folder, walk(count), rounds);
        List<Result> results = new ArrayList<>();
        results.add(race.run("chunks", ArchiveRace::chunks));
        results.add(race.run("rows", RowRunner::h2));
        results.add(race.run("duck", RowRunner::duckDb));
        System.out.printf("%,d bars of a minute, best of %d rounds%n", count, rounds);
        System.out.printf(
                "%-24s %14s %14s %14s %14s %12s%n",
                "", "load bars/s", "read bars/s", "new day us", "any day us", "bytes a bar");
        for (Result one : results) {
            System.out.printf(
                    Locale.ENGLISH,
                    "%-24s %,14.0f %,14.0f %,14.1f %,14.1f %,12.1f%n",
                    one.name(),
                    one.loadPerSecond(),
                    one.readPerSecond(),
                    one.firstDayMicros(),
                    one.dayMicros(),
                    one.bytesABar());
        }
        Result own = results.getFirst();
        for (Result other : results.subList(1, results.size())) {
            System.out.printf(
                    Locale.ENGLISH,
                    "against %-20s load %.1fx, read all %.1fx, new days %.1fx, any days %.1fx%n",
                    other.name(),
                    own.loadPerSecond() / other.loadPerSecond(),
                    own.readPerSecond() / other.readPerSecond(),
                    other.firstDayMicros() / own.firstDayMicros(),
                    other.dayMicros() / own.dayMicros());
        }
        race.importCsv();
    }

    /** Minutes of a random walk with a cent for a tick and volumes of five decimals. */
    private static BarSeries walk(int count) {
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

    private Result run(String name, Opening opening) throws IOException {
        double load = Double.MAX_VALUE;
        Path files = folder;
        for (int round = 0; round < Math.min(3, rounds); round++) {
            files = Files.createDirectory(folder.resolve(name + round));
            long start;
            try (Runner runner = opening.in(files)) {
                start = clock.nanos();
                runner.load(bars);
            }
            load = Math.min(load, seconds(start));
        }
        double read = Double.MAX_VALUE;
        double days = Double.MAX_VALUE;
        double firstDays = Double.MAX_VALUE;
        String shown;
        try (Runner runner = opening.in(files)) {
            shown = runner.name();
            for (int round = 0; round < rounds; round++) {
                long start = clock.nanos();
                BarSeries all = runner.read(Long.MIN_VALUE, Long.MAX_VALUE);
                read = Math.min(read, seconds(start));
                if (!all.equals(bars)) {
                    throw new IllegalStateException(shown + " read something else than was written");
                }
            }
            for (int round = 0; round < rounds; round++) {
                days = Math.min(days, readDays(runner, 2));
            }
        }
        for (int round = 0; round < rounds; round++) {
            try (Runner runner = opening.in(files)) {
                firstDays = Math.min(firstDays, readDays(runner, 3 + round));
            }
        }
        return new Result(
                shown,
                bars.size() / load,
                bars.size() / read,
                firstDays * 1e6 / DAYS,
                days * 1e6 / DAYS,
                size(files) / (double) bars.size());
    }

    private double readDays(Runner runner, long seed) {
        SeededRandom random = new SeededRandom(seed);
        long span = (bars.lastTimeNanos() - bars.firstTimeNanos()) / DAY;
        long found = 0;
        long start = clock.nanos();
        for (int i = 0; i < DAYS; i++) {
            long from = bars.firstTimeNanos() + random.nextLong(span) * DAY;
            found += runner.read(from, from + DAY).size();
        }
        double seconds = seconds(start);
        if (found != DAYS * (DAY / Timeframe.M1.nominalNanos())) {
            throw new IllegalStateException(runner.name() + " found " + found + " bars in all days");
        }
        return seconds;
    }

    private static Runner chunks(Path files) {
        ChunkedBarArchive archive = ChunkedBarArchive.open(files);
        return new Runner() {

            @Override
            public String name() {
                return "column chunks";
            }

            @Override
            public void load(BarSeries all) {
                archive.append(INSTRUMENT, Timeframe.M1, all);
            }

            @Override
            public BarSeries read(long fromNanos, long toNanos) {
                return archive.read(INSTRUMENT, Timeframe.M1, fromNanos, toNanos);
            }

            @Override
            public void close() {
                archive.close();
            }
        };
    }

    private void importCsv() throws IOException {
        Path csv = folder.resolve("btcusdt.csv");
        WholeFile.write(csv, out -> BarCsv.write(out, bars, true));
        double best = Double.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            Path files = Files.createDirectory(folder.resolve("import" + round));
            try (ChunkedBarArchive archive = ChunkedBarArchive.open(files)) {
                long start = clock.nanos();
                ImportReport report = new FileImporter(archive, any -> false, Quarantine::none)
                        .run(List.of(csv), ImportChoices.NONE, new Unwatched());
                if (report.added() != bars.size()) {
                    throw new IllegalStateException("the import added " + report.added() + " bars");
                }
                best = Math.min(best, seconds(start));
            }
        }
        System.out.printf(
                Locale.ENGLISH,
                "import of CSV (%,d bytes), every row stored and committed: %,.0f rows/s%n",
                Files.size(csv),
                bars.size() / best);
    }

    private static final class Unwatched implements ImportProgress {

        @Override
        public void share(double done) {}

        @Override
        public void rows(long more) {}

        @Override
        public void checkCancelled() {}
    }

    private double seconds(long startNanos) {
        return (clock.nanos() - startNanos) / 1e9;
    }

    private static long size(Path files) throws IOException {
        try (Stream<Path> all = Files.walk(files)) {
            long bytes = 0;
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }
}
