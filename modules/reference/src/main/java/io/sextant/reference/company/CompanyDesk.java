package io.sextant.reference.company;

import io.sextant.domain.fundamental.CompanyFact;
import io.sextant.domain.fundamental.CompanyIntake;
import io.sextant.domain.source.CompanySource;
import io.sextant.domain.time.Clock;
import io.sextant.marketdata.file.FileProblem;
import io.sextant.marketdata.fundamental.CompanyArchive;
import io.sextant.reference.key.KeyRing;
import io.sextant.reference.web.WebDocuments;
import io.sextant.reference.web.WebException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads facts of companies from where they come from into the archive. */
public final class CompanyDesk {

    private static final long LARGEST_FILE_BYTES = 64L << 20;

    private final CompanyArchive archive;
    private final KeyRing keys;
    private final Clock clock;

    public CompanyDesk(CompanyArchive archive, KeyRing keys, Clock clock) {
        this.archive = archive;
        this.keys = keys;
        this.clock = clock;
    }

    /** Reads one source. What goes wrong outside is said in the answer, without any key. */
    public CompanyIntake read(CompanySource source, boolean dryRun) throws InterruptedException {
        try {
            CompanyReading reading = switch (source) {
                case CompanySource.OfFile(String path) -> ofFile(Path.of(path));
                case CompanySource.OfService service -> ofService(service);
            };
            CompanyArchive.Gain gain = archive.add(reading.facts(), clock.nanos(), dryRun);
            return new CompanyIntake(
                    source.name(),
                    reading.facts().size(),
                    gain.added(),
                    gain.revised(),
                    reading.bad(),
                    Optional.empty());
        } catch (NoSuchFileException e) {
            return CompanyIntake.failed(source.name(), "There is no file " + e.getMessage() + ".");
        } catch (IOException | FileProblem | IllegalArgumentException e) {
            return CompanyIntake.failed(source.name(), String.valueOf(e.getMessage()));
        }
    }

    /** The facts of one company that a file holds. */
    public static List<CompanyFact> facts(Path file, String symbol) throws IOException {
        return ofFile(file).facts().stream()
                .filter(fact -> fact.symbol().equals(symbol))
                .toList();
    }

    private static CompanyReading ofFile(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE_BYTES) {
            throw new WebException(file + " has more than " + (LARGEST_FILE_BYTES >> 20) + " MB");
        }
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
                ? CompanyJson.read(file.toString(), Files.readAllBytes(file))
                : CompanyTable.read(file);
    }

    private CompanyReading ofService(CompanySource.OfService service) throws IOException, InterruptedException {
        List<CompanyFact> facts = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        try (WebDocuments web = new WebDocuments()) {
            CompanyService answering = new CompanyService(service.base(), keys.read(service.key()), web);
            for (String symbol : service.symbols()) {
                answering.fetch(symbol).ifPresent(reading -> {
                    facts.addAll(reading.facts());
                    reading.bad().forEach(one -> bad.add(symbol + ", " + one));
                });
            }
        }
        return new CompanyReading(facts, bad);
    }
}
