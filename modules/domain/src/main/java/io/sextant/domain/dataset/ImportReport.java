package io.sextant.domain.dataset;

import java.util.List;

/**
 * What became of all files of an import.
 *
 * @param quarantineFile where the rows set aside are, empty when there are none
 * @param unchangedFiles were passed over, because they are as they were when they were imported
 */
public record ImportReport(List<FileImport> files, boolean dryRun, String quarantineFile, int unchangedFiles) {

    public ImportReport(List<FileImport> files, boolean dryRun, String quarantineFile) {
        this(files, dryRun, quarantineFile, 0);
    }

    public ImportReport {
        files = List.copyOf(files);
    }

    public long rows() {
        return files.stream().mapToLong(FileImport::rows).sum();
    }

    public long bars() {
        return files.stream().mapToLong(FileImport::bars).sum();
    }

    public long added() {
        return files.stream().mapToLong(FileImport::added).sum();
    }

    public long changed() {
        return files.stream().mapToLong(FileImport::changed).sum();
    }

    public long quarantinedRows() {
        return files.stream().mapToLong(FileImport::quarantinedRows).sum();
    }

    public long failedFiles() {
        return files.stream().filter(file -> file.problem().isPresent()).count();
    }
}
