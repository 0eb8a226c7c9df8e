package io.sextant.app.session;

import io.sextant.domain.dataset.ChainSheet;
import io.sextant.domain.dataset.FilledSeries;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.fundamental.CompanyIntake;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.request.Job;
import io.sextant.domain.source.CompanySource;
import io.sextant.domain.source.MacroIntake;
import io.sextant.domain.source.MacroSource;
import io.sextant.domain.time.Clock;
import io.sextant.engine.JobWorks;
import io.sextant.marketdata.BarArchive;
import io.sextant.marketdata.file.BarCsv;
import io.sextant.marketdata.file.ChainFile;
import io.sextant.marketdata.file.WholeFile;
import io.sextant.marketdata.intake.FileImporter;
import io.sextant.marketdata.intake.ImportProgress;
import io.sextant.marketdata.intake.ImportedFiles;
import io.sextant.marketdata.intake.QuarantineFile;
import io.sextant.marketdata.quality.QualityExamination;
import io.sextant.reference.company.CompanyDesk;
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
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
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
    private final CompanyDesk companies;
    private final BackFill backFill;
    private final Clock clock;

    /**
     * @param ownMarket instruments that this desk makes itself, which imports leave alone
     * @param quarantine folder for the rows that imports set aside
     * @param venues finds a venue's past by its name
     */
    EngineJobs(
            ToLongFunction<Progress> rebuild,
            BarArchive archive,
            Predicate<InstrumentId> ownMarket,
            Path quarantine,
            MacroDesk macro,
            CompanyDesk companies,
            Function<String, Optional<BackFill.Past>> venues,
            Clock clock) {
        this.rebuild = rebuild;
        this.archive = archive;
        this.ownMarket = ownMarket;
        this.quarantine = quarantine;
        this.macro = macro;
        this.companies = companies;
        backFill = new BackFill(archive, venues, clock);
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

    @Override
    public List<FilledSeries> backFill(Job.BackFill job, Progress progress) {
        return backFill.run(job, progress);
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
        return readEach(job.sources(), progress, MacroSource::name, source -> {
            MacroIntake intake = macro.read(source, job.dryRun());
            progress.worked(intake.read());
            return intake;
        });
    }

    @Override
    public List<CompanyIntake> readCompanies(Job.ReadCompanies job, Progress progress) {
        return readEach(job.sources(), progress, CompanySource::name, source -> {
            CompanyIntake intake = companies.read(source, job.dryRun());
            progress.worked(intake.read());
            return intake;
        });
    }

    private interface SourceReader<S, I> {

        I read(S source) throws InterruptedException;
    }

    private static <S, I> List<I> readEach(
            List<S> sources, Progress progress, Function<S, String> name, SourceReader<S, I> reader) {
        List<I> intakes = new ArrayList<>();
        for (S source : sources) {
            progress.checkCancelled();
            try {
                intakes.add(reader.read(source));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while reading " + name.apply(source));
            }
            progress.done((double) intakes.size() / sources.size());
        }
        return List.copyOf(intakes);
    }

    @Override
    public ChainSheet readChain(Job.ReadChain job, Progress progress) {
        progress.checkCancelled();
        ChainFile file = ChainFile.read(Path.of(job.file()));
        ChainSheet sheet = job.day().map(file::sheet).orElseGet(file::newest);
        progress.worked(sheet.rows().size());
        progress.done(1);
        return sheet;
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
