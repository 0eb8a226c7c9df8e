package io.sextant.domain.dataset;

import io.sextant.domain.market.Bar;
import java.util.List;
import java.util.Optional;

/**
 * What became of one file, or of one entry of an archive.
 *
 * @param layout how it was read, for a person; empty when it was not understood
 * @param firstBars the beginning of its first series, to look at
 * @param quarantined the first rows that were set aside; {@code quarantinedRows} counts all
 * @param notes what a person should know, a sentence each
 * @param problem why it could not be read at all
 */
public record FileImport(
        String file,
        String layout,
        List<SeriesImport> series,
        List<Bar> firstBars,
        long rows,
        long quarantinedRows,
        List<QuarantinedRow> quarantined,
        List<String> notes,
        Optional<String> problem) {

    public FileImport {
        series = List.copyOf(series);
        firstBars = List.copyOf(firstBars);
        quarantined = List.copyOf(quarantined);
        notes = List.copyOf(notes);
    }

    public static FileImport failed(String file, String problem) {
        return new FileImport(file, "", List.of(), List.of(), 0, 0, List.of(), List.of(), Optional.of(problem));
    }

    public long bars() {
        return series.stream().mapToLong(SeriesImport::bars).sum();
    }

    public long added() {
        return series.stream().mapToLong(SeriesImport::added).sum();
    }

    public long changed() {
        return series.stream().mapToLong(SeriesImport::changed).sum();
    }
}
