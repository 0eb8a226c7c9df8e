package io.sextant.app.session;

import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.request.Job;
import io.sextant.domain.source.MacroIntake;
import io.sextant.domain.source.MacroSource;
import io.sextant.domain.time.Clock;
import io.sextant.engine.JobWorks;
import io.sextant.marketdata.BarArchive;
import io.sextant.marketdata.file.BarCsv;
import io.sextant.marketdata.file.WholeFile;
import io.sextant.marketdata.intake.FileImporter;
import io.sextant.marketdata.intake.ImportProgress;
import io.sextant.marketdata.intake.ImportedFiles;
import io.sextant.marketdata.intake.QuarantineFile;
import io.sextant.marketdata.quality.QualityExamination;
import io.sextant.reference.macro.MacroDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Long work, done by the rooms that know how. */
final class EngineJobs implements JobWorks {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Beside the quarantine: which files scheduled imports know. */
    private static final String LEDGER = "imported-files.tsv";

    private final ToLongFunction<Progress> rebuild;
    private final BarArchive archive;
    private final Predicate<InstrumentId> ownMarket;
    private final Path quarantine;
    private final MacroDesk macro;
    private final Clock clock;

    /**
     * @param ownMarket instruments that this desk makes itself, which imports leave alone
     * @param quarantine folder for the rows that imports set aside
     */
    EngineJobs(
            ToLongFunction<Progress> rebuild,
            BarArchive archive,
            Predicate<InstrumentId> ownMarket,
            Path quarantine,
            MacroDesk macro,
            Clock clock) {
        this.rebuild = rebuild;
        this.archive = archive;
        this.ownMarket = ownMarket;
        this.quarantine = quarantine;
        this.macro = macro;
        this.clock = clock;
    }

    @Override
    public BarSeries simulateHistory(Job.SimulateHistory job, Progress progress) {
        progress.checkCancelled();
        BarSeries bars = SimulatedPast.bars(job);
        progress.done(1);
        return bars;
    }

    @Override
    public long rebuildTables(Progress progress) {
        return rebuild.applyAsLong(progress);
    }

    @Override
    public ImportReport importFiles(Job.ImportFiles job, Progress progress) {
        FileImporter importer = new FileImporter(archive, ownMarket, () -> new QuarantineFile(newQuarantine()));
        List<Path> files = job.files().stream().map(Path::of).toList();
        ImportProgress watch = watch(progress);
        return job.arrivedOnly()
                ? importer.runArrived(
                        files, job.choices(), watch, ImportedFiles.open(quarantine.resolveSibling(LEDGER)))
                : importer.run(files, job.choices(), watch);
    }

    private static ImportProgress watch(Progress progress) {
        return new ImportProgress() {

            @Override
            public void share(double done) {
                progress.done(done);
            }

            @Override
            public void rows(long more) {
                progress.worked(more);
            }

            @Override
            public void checkCancelled() {
                progress.checkCancelled();
            }
        };
    }

    @Override
    public List<MacroIntake> readMacro(Job.ReadMacro job, Progress progress) {
        List<MacroIntake> intakes = new ArrayList<>();
        for (MacroSource source : job.sources()) {
            progress.checkCancelled();
            try {
                MacroIntake intake = macro.read(source, job.dryRun());
                progress.worked(intake.read());
                intakes.add(intake);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while reading " + source.name());
            }
            progress.done((double) intakes.size() / job.sources().size());
        }
        return List.copyOf(intakes);
    }

    private Path newQuarantine() {
        long nanos = clock.nanos();
        Instant now = Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L);
        return quarantine.resolve("import-" + STAMP.format(now) + ".csv");
    }

    @Override
    public long exportBars(Job.ExportBars job, Progress progress) {
        progress.checkCancelled();
        BarSeries bars = archive.read(job.instrument(), job.timeframe(), job.fromNanos(), job.toNanos());
        progress.worked(bars.size());
        try {
            WholeFile.write(Path.of(job.file()), text -> BarCsv.write(text, bars, true));
        } catch (IOException e) {
            throw new UncheckedIOException(job.file() + " cannot be written: " + e.getMessage(), e);
        }
        progress.done(1);
        return bars.size();
    }

    @Override
    public QualityReport examineQuality(Job.ExamineQuality job, Progress progress) {
        progress.checkCancelled();
        BarSeries bars = archive.read(job.instrument(), job.timeframe(), Long.MIN_VALUE, Long.MAX_VALUE);
        progress.worked(bars.size());
        return QualityExamination.ofBars(
                job.instrument().symbol(), bars, job.timeframe(), job.choices(), progress::done);
    }
}
