package io.sextant.marketdata.intake;

import io.sextant.domain.dataset.FileImport;
import io.sextant.domain.dataset.ImportChoices;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.marketdata.BarArchive;
import io.sextant.marketdata.file.FileProblem;
import io.sextant.marketdata.file.PriceFiles;
import io.sextant.marketdata.file.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Imports files into the archive. Bars that are there already are compared and not stored again, so an import that was stopped,
 * or run twice, is simply run again. Reading and storing go on at the same time.
 */
public final class FileImporter {

    private static final int FILES_MAX = 1_000_000;

    private final BarArchive archive;
    private final Predicate<InstrumentId> reserved;
    private final Supplier<Quarantine> quarantines;

    /**
     * @param reserved instruments whose bars an import must not touch
     * @param quarantines where an import's impossible rows go
     */
    public FileImporter(BarArchive archive, Predicate<InstrumentId> reserved, Supplier<Quarantine> quarantines) {
        this.archive = archive;
        this.reserved = reserved;
        this.quarantines = quarantines;
    }

    /** A file that is not understood is told in the report; others go on. A folder stands for all files below it. */
    public ImportReport run(List<Path> paths, ImportChoices choices, ImportProgress progress) {
        return read(files(paths), choices, progress, Optional.empty());
    }

    /** The same of the files that {@code known} does not know as they are; what was read whole it knows from now on. */
    public ImportReport runArrived(
            List<Path> paths, ImportChoices choices, ImportProgress progress, ImportedFiles known) {
        List<Path> all = files(paths);
        List<Path> arrived = known.arrived(all, archive.series());
        ImportReport report = arrived.isEmpty()
                ? new ImportReport(List.of(), choices.dryRun(), "")
                : read(arrived, choices, progress, Optional.of(known));
        return new ImportReport(report.files(), report.dryRun(), report.quarantineFile(), all.size() - arrived.size());
    }

    private ImportReport read(
            List<Path> files, ImportChoices choices, ImportProgress progress, Optional<ImportedFiles> known) {
        Reading reading = Reading.of(choices);
        long[] bytes = new long[2];
        files.forEach(file -> bytes[1] += size(file));
        List<FileImport> failed = new ArrayList<>();
        Set<Path> unread = new HashSet<>();
        List<FileIntake> intakes = new ArrayList<>();
        TradeSeams seams = new TradeSeams();
        try (StoringThread storing = new StoringThread(archive, choices.dryRun());
                Quarantine quarantine = choices.dryRun() ? Quarantine.none() : quarantines.get()) {
            for (Path file : files) {
                progress.checkCancelled();
                FileIntake intake = new FileIntake(storing, quarantine, seams, reserved, progress, more -> {
                    bytes[0] += more;
                    progress.share(Math.min(1, bytes[0] / (double) Math.max(1, bytes[1])));
                });
                try {
                    PriceFiles.read(file, reading, intake);
                } catch (FileProblem e) {
                    unread.add(file);
                    failed.add(FileImport.failed(file.toString(), String.valueOf(e.getMessage())));
                }
                intakes.add(intake);
            }
            storing.finish();
            List<FileImport> results = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                Path file = files.get(i);
                List<FileImport> of = intakes.get(i).results();
                results.addAll(of);
                if (!choices.dryRun() && !unread.contains(file)) {
                    known.ifPresent(one -> one.imported(file, of));
                }
            }
            results.addAll(failed);
            known.ifPresent(ImportedFiles::keep);
            return new ImportReport(results, choices.dryRun(), quarantine.place());
        }
    }

    private static List<Path> files(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> below = Files.walk(path)) {
                below.filter(Files::isRegularFile)
                        .filter(file -> !file.getFileName().toString().startsWith("."))
                        .sorted()
                        .limit(FILES_MAX)
                        .forEach(files::add);
            } catch (IOException e) {
                throw new FileProblem("The folder " + path + " cannot be read: " + e.getMessage() + ".", e);
            }
        }
        return files;
    }

    /** For a share of the whole only; a file that is not there is told when it is read. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
