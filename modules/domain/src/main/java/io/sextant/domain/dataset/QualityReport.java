package io.sextant.domain.dataset;

import java.util.List;
import java.util.Map;

/**
 * How good a dataset is.
 *
 * @param subject the series and what it is of
 * @param session the calendar that it was held against
 * @param score 100 less all deductions, not below 0
 * @param counts how often each kind was found; {@code findings} holds the gravest of each kind, in time order
 */
public record QualityReport(
        String subject,
        SessionChoice session,
        long bars,
        long firstNanos,
        long lastNanos,
        double score,
        List<Deduction> deductions,
        Map<FindingKind, Long> counts,
        List<Finding> findings,
        List<CoverageDay> coverage) {

    public QualityReport {
        deductions = List.copyOf(deductions);
        counts = Map.copyOf(counts);
        findings = List.copyOf(findings);
        coverage = List.copyOf(coverage);
    }
}
