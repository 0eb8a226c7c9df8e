package io.sextant.app.cli;

import io.sextant.domain.dataset.CoverageDay;
import io.sextant.domain.dataset.Finding;
import io.sextant.domain.dataset.QualityReport;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A quality report for a person or as JSON. */
final class QualityText {

    private static final int FINDINGS_A_KIND = 5;
    private static final String SHADES = ".:-=+*#";

    private QualityText() {}

    static void print(PrintWriter out, QualityReport report) {
        out.printf(
                Locale.ENGLISH,
                "%s: %.1f of 100. %,d bars from %s to %s, held against %s%n",
                report.subject(),
                report.score(),
                report.bars(),
                UtcText.of(report.firstNanos()),
                UtcText.of(report.lastNanos()),
                report.session());
        report.deductions()
                .forEach(one -> out.printf(
                        Locale.ENGLISH,
                        "  -%4.1f  %-11s %,8d  %s%n",
                        one.points(),
                        one.kind(),
                        one.count(),
                        one.sentence()));
        printCoverage(out, report.coverage());
        Map<String, List<Finding>> byKind = new TreeMap<>();
        report.findings()
                .forEach(one -> byKind.computeIfAbsent(one.kind().name(), kind -> new ArrayList<>())
                        .add(one));
        byKind.forEach((kind, findings) -> findings.stream()
                .sorted(Comparator.comparingDouble(Finding::size).reversed())
                .limit(FINDINGS_A_KIND)
                .forEach(one -> out.printf("  %-11s %s  %s%n", kind, UtcText.of(one.timeNanos()), one.sentence())));
        out.println();
    }

    /** A line a year: one mark a week, the darker the more is there. */
    private static void printCoverage(PrintWriter out, List<CoverageDay> days) {
        Map<Integer, int[][]> years = new TreeMap<>();
        for (CoverageDay day : days) {
            LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(day.dayNanos(), 86_400_000_000_000L));
            int[] week = years.computeIfAbsent(date.getYear(), year -> new int[53][2])[(date.getDayOfYear() - 1) / 7];
            week[0] += day.present();
            week[1] += day.expected();
        }
        years.forEach((year, weeks) -> {
            StringBuilder line = new StringBuilder();
            for (int[] week : weeks) {
                line.append(
                        week[1] == 0
                                ? ' '
                                : SHADES.charAt(Math.min(SHADES.length() - 1, week[0] * SHADES.length() / week[1])));
            }
            out.println("  " + year + " |" + line + "|");
        });
    }

    static Map<String, Object> toMap(QualityReport report) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("subject", report.subject());
        map.put("session", report.session().name());
        map.put("bars", report.bars());
        map.put("first", UtcText.of(report.firstNanos()));
        map.put("last", UtcText.of(report.lastNanos()));
        map.put("score", report.score());
        map.put(
                "deductions",
                report.deductions().stream()
                        .map(one -> Map.of(
                                "kind",
                                one.kind().name(),
                                "count",
                                one.count(),
                                "points",
                                one.points(),
                                "reason",
                                one.sentence()))
                        .toList());
        Map<String, Long> counts = new TreeMap<>();
        report.counts().forEach((kind, count) -> counts.put(kind.name(), count));
        map.put("counts", counts);
        map.put("findings", report.findings().stream().map(QualityText::toMap).toList());
        map.put(
                "coverage",
                report.coverage().stream()
                        .map(day -> List.of(UtcText.of(day.dayNanos()).substring(0, 10), day.present(), day.expected()))
                        .toList());
        return map;
    }

    private static Map<String, Object> toMap(Finding finding) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", finding.kind().name());
        map.put("time", UtcText.of(finding.timeNanos()));
        map.put("end", UtcText.of(finding.endNanos()));
        map.put("size", finding.size());
        map.put("what", finding.sentence());
        return map;
    }
}
