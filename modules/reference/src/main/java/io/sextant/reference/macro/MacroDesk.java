package io.sextant.reference.macro;

import io.sextant.domain.source.MacroIntake;
import io.sextant.domain.source.MacroSource;
import io.sextant.domain.source.MacroSource.Origin;
import io.sextant.domain.source.Observation;
import io.sextant.domain.time.Clock;
import io.sextant.marketdata.macro.MacroArchive;
import io.sextant.marketdata.macro.MacroCsv;
import io.sextant.marketdata.macro.MacroMerge;
import io.sextant.marketdata.macro.MacroSeries;
import io.sextant.reference.key.KeyRing;
import io.sextant.reference.web.WebDocuments;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads macro series from where they come from into the archive. */
public final class MacroDesk {

    private static final long LARGEST_FILE_BYTES = 64L << 20;

    private final MacroArchive archive;
    private final KeyRing keys;
    private final Clock clock;

    public MacroDesk(MacroArchive archive, KeyRing keys, Clock clock) {
        this.archive = archive;
        this.keys = keys;
        this.clock = clock;
    }

    /** Reads one source. What goes wrong outside is said in the answer, without any key. */
    public MacroIntake read(MacroSource source, boolean dryRun) throws InterruptedException {
        try {
            MacroCsv.Reading reading = switch (source.origin()) {
                case Origin.Service service -> fetch(service);
                case Origin.CsvFile(String path, Optional<Period> lag) -> readFile(path, lag);
            };
            MacroSeries stored = archive.read(source.name());
            List<Observation> now = reading.series().published();
            MacroMerge merge = reading.dated()
                    ? MacroMerge.of(stored, now, clock.nanos())
                    : MacroMerge.ofUndated(stored, now, clock.nanos());
            if (!dryRun) {
                archive.add(source.name(), merge.fresh());
            }
            return new MacroIntake(
                    source.name(),
                    dryRun,
                    now.size(),
                    merge.fresh().size(),
                    merge.revised(),
                    reading.missing(),
                    reading.badLines().stream()
                            .map(bad -> new MacroIntake.BadLine(bad.number(), bad.reason()))
                            .toList(),
                    Optional.empty());
        } catch (FileNotFoundException | NoSuchFileException e) {
            return MacroIntake.failed(source.name(), dryRun, "there is no file " + e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            return MacroIntake.failed(source.name(), dryRun, String.valueOf(e.getMessage()));
        }
    }

    private MacroCsv.Reading fetch(Origin.Service service) throws IOException, InterruptedException {
        try (WebDocuments web = new WebDocuments()) {
            FredService answering = new FredService(service.base(), keys.read(service.key()), web);
            MacroSeries series = answering
                    .fetch(service.series())
                    .orElseThrow(() -> new IllegalStateException("nothing was asked for before"));
            return new MacroCsv.Reading(series, true, List.of(), 0);
        }
    }

    private static MacroCsv.Reading readFile(String path, Optional<Period> lag) throws IOException {
        Path file = Path.of(path);
        if (Files.size(file) > LARGEST_FILE_BYTES) {
            throw new IOException(path + " has more than " + (LARGEST_FILE_BYTES >> 20) + " MB");
        }
        List<String> lines = lines(file);
        if (lag.isEmpty() && !lines.isEmpty() && !MacroCsv.saysWhenKnown(lines.getFirst())) {
            throw new IOException(
                    "the file does not say when its figures came out (a column 'known'); say how long after the"
                            + " first day of a period that is, for example --lag P1M15D");
        }
        return MacroCsv.read(lines, lag.orElse(Period.ZERO));
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text =
                        file.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
