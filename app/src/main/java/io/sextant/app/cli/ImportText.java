package io.sextant.app.cli;

import io.sextant.domain.dataset.FileImport;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.dataset.QuarantinedRow;
import io.sextant.domain.dataset.SeriesImport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an import did, for a person or as JSON. */
final class ImportText {

    static final int PROBLEMS_SHOWN = 20;
    private static final int SERIES_SHOWN = 60;
    private static final int ROWS_SHOWN = 10;

    private final ImportReport report;
    private final double seconds;

    ImportText(ImportReport report, double seconds) {
        this.report = report;
        this.seconds = seconds;
    }

    void print(PrintWriter out) {
        Table table = new Table("FILE", "SERIES", "BARS OF", "BARS", "NEW", "CHANGED", "FROM", "TO");
        int shown = 0;
        int series = 0;
        for (FileImport file : report.files()) {
            for (SeriesImport one : file.series()) {
                series++;
                if (shown < SERIES_SHOWN) {
                    shown++;
                    table.row(
                            file.file(),
                            one.instrument(),
                            one.timeframe().label(),
                            one.bars(),
                            one.added(),
                            one.changed(),
                            UtcText.of(one.firstNanos()),
                            UtcText.of(one.lastNanos()));
                }
            }
        }
        table.printOr(out, "No bars.");
        if (series > shown) {
            out.printf(Locale.ENGLISH, "and %,d more series%n", series - shown);
        }
        report.files().forEach(file -> file.notes().forEach(note -> out.println(file.file() + ": " + note)));
        printQuarantined(out);
        out.printf(
                Locale.ENGLISH,
                "%s%,d rows of %,d files in %.1f s: %,d bars, %,d new, %,d changed, %,d rows set aside%n",
                report.dryRun() ? "Nothing was stored. " : "",
                report.rows(),
                report.files().size(),
                seconds,
                report.bars(),
                report.added(),
                report.changed(),
                report.quarantinedRows());
        out.flush();
    }

    private void printQuarantined(PrintWriter out) {
        if (report.quarantinedRows() == 0) {
            return;
        }
        report.files().stream()
                .flatMap(file -> file.quarantined().stream())
                .limit(ROWS_SHOWN)
                .forEach(row -> out.printf(
                        Locale.ENGLISH,
                        "%s line %d: %s: %s%n",
                        row.file(),
                        row.line(),
                        row.reason().sentence(),
                        row.text()));
        if (!report.quarantineFile().isEmpty()) {
            out.println("All rows that were set aside are in " + report.quarantineFile());
        }
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dryRun", report.dryRun());
        map.put("rows", report.rows());
        map.put("bars", report.bars());
        map.put("added", report.added());
        map.put("changed", report.changed());
        map.put("quarantinedRows", report.quarantinedRows());
        map.put("failedFiles", report.failedFiles());
        map.put("quarantineFile", report.quarantineFile());
        map.put("seconds", seconds);
        map.put("rowsPerSecond", report.rows() / Math.max(1e-9, seconds));
        List<Map<String, Object>> files = new ArrayList<>();
        report.files().forEach(file -> files.add(toMap(file)));
        map.put("files", files);
        return map;
    }

    private static Map<String, Object> toMap(FileImport file) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", file.file());
        map.put("layout", file.layout());
        map.put("rows", file.rows());
        map.put("quarantinedRows", file.quarantinedRows());
        List<Map<String, Object>> series = new ArrayList<>();
        file.series().forEach(one -> series.add(toMap(one)));
        map.put("series", series);
        List<Map<String, Object>> quarantined = new ArrayList<>();
        file.quarantined().forEach(row -> quarantined.add(toMap(row)));
        map.put("quarantined", quarantined);
        map.put("notes", file.notes());
        file.problem().ifPresent(problem -> map.put("problem", problem));
        return map;
    }

    private static Map<String, Object> toMap(SeriesImport series) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("symbol", series.instrument().symbol());
        map.put("timeframe", series.timeframe().label());
        map.put("first", UtcText.of(series.firstNanos()));
        map.put("last", UtcText.of(series.lastNanos()));
        map.put("bars", series.bars());
        map.put("added", series.added());
        map.put("changed", series.changed());
        return map;
    }

    private static Map<String, Object> toMap(QuarantinedRow row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("line", row.line());
        map.put("reason", row.reason().name());
        map.put("row", row.text());
        return map;
    }
}
