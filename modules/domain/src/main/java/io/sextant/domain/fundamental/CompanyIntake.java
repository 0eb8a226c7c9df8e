package io.sextant.domain.fundamental;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading facts of companies.
 *
 * @param read facts in the source
 * @param added facts that were not stored before, or would be in a dry run
 * @param revised those of them that replace another value of their period
 * @param bad rows that could not be read, each with its reason
 * @param problem why nothing could be read
 */
public record CompanyIntake(
        String source, int read, int added, int revised, List<String> bad, Optional<String> problem) {

    public CompanyIntake {
        bad = List.copyOf(bad);
    }

    public static CompanyIntake failed(String source, String problem) {
        return new CompanyIntake(source, 0, 0, 0, List.of(), Optional.of(problem));
    }
}
