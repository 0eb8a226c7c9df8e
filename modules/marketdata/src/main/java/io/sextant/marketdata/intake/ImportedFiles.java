package io.sextant.marketdata.intake;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.dataset.FileImport;
import io.sextant.domain.dataset.SeriesImport;
import io.sextant.marketdata.file.FileProblem;
import io.sextant.marketdata.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which files were imported whole, as they were then, remembered in a file of the desk. A folder that is looked into again and
 * again costs only what arrived. A file is known by its place, size and time of change; one whose series the archive has no more
 * is read again, and so is one that was still growing while it was read, because it is known as it was before.
 */
public final class ImportedFiles {

    private static final String HEADING = "imported files 1";

    private final Path ledger;
    private final Map<String, String> stampByFile = new TreeMap<>();
    private final Map<String, Set<String>> seriesByFile = new HashMap<>();
    private final Map<Path, String> now = new HashMap<>();

    private ImportedFiles(Path ledger) {
        this.ledger = ledger;
    }

    /** What the file says; one that is missing or not understood says nothing, which only costs time. */
    public static ImportedFiles open(Path ledger) {
        ImportedFiles known = new ImportedFiles(ledger);
        try {
            List<String> lines = Files.isRegularFile(ledger) ? Files.readAllLines(ledger) : List.of();
            if (!lines.isEmpty() && lines.getFirst().equals(HEADING)) {
                lines.stream().skip(1).forEach(known::read);
            }
        } catch (IOException e) {
            throw new FileProblem(
                    "The list of imported files " + ledger + " cannot be read: " + e.getMessage() + ".", e);
        }
        return known;
    }

    private void read(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length >= 2) {
            stampByFile.put(cells[1], cells[0]);
            seriesByFile.put(cells[1], Set.copyOf(Arrays.asList(cells).subList(2, cells.length)));
        }
    }

    /** Those that are not known as they are now. */
    List<Path> arrived(List<Path> files, List<ArchivedSeries> archive) {
        Set<String> stored = archive.stream()
                .map(series -> series.instrument() + " " + series.timeframe().label())
                .collect(Collectors.toSet());
        List<Path> arrived = new ArrayList<>();
        for (Path file : files) {
            Optional<String> stamp = stamp(file);
            stamp.ifPresent(one -> now.put(file, one));
            String name = file.toString();
            boolean known = stamp.isPresent()
                    && stamp.get().equals(stampByFile.get(name))
                    && stored.containsAll(seriesByFile.getOrDefault(name, Set.of()));
            if (!known) {
                arrived.add(file);
            }
        }
        return arrived;
    }

    /** A file was read to its end; where a text in it was not understood it is tried again. */
    void imported(Path file, List<FileImport> texts) {
        String stamp = now.get(file);
        boolean whole = texts.stream().allMatch(text -> text.problem().isEmpty());
        String name = file.toString();
        if (stamp == null || !whole || name.contains("\t") || name.contains("\n")) {
            return;
        }
        Set<String> series = new HashSet<>();
        for (FileImport text : texts) {
            for (SeriesImport one : text.series()) {
                series.add(one.instrument() + " " + one.timeframe().label());
            }
        }
        stampByFile.put(name, stamp);
        seriesByFile.put(name, series);
    }

    /** Writes down what is known now. */
    void keep() {
        StringBuilder text = new StringBuilder(HEADING).append('\n');
        stampByFile.forEach((file, stamp) -> {
            text.append(stamp).append('\t').append(file);
            seriesByFile.getOrDefault(file, Set.of()).stream()
                    .sorted()
                    .forEach(one -> text.append('\t').append(one));
            text.append('\n');
        });
        try {
            WholeFile.write(ledger, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new FileProblem(
                    "The list of imported files " + ledger + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    /** Empty where the file is not there; reading it then says so. */
    private static Optional<String> stamp(Path file) {
        try {
            BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(of.size() + "@" + of.lastModifiedTime().toMillis());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
