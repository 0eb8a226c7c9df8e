package io.sextant.domain.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of reading a macro series.
 *
 * @param read figures in the source
 * @param added figures that were not stored before, or would be added in a dry run
 * @param revised those of them that speak of a period that had another figure before
 * @param missing periods that the source names without a figure
 * @param badLines lines that could not be read, each with its reason
 * @param problem why nothing could be read
 */
public record MacroIntake(
        String name,
        boolean dryRun,
        int read,
        int added,
        int revised,
        int missing,
        List<BadLine> badLines,
        Optional<String> problem) {

    /** A line of a file that was set aside. */
    public record BadLine(int number, String reason) {}

    public MacroIntake {
        badLines = List.copyOf(badLines);
    }

    public static MacroIntake failed(String name, boolean dryRun, String problem) {
        return new MacroIntake(name, dryRun, 0, 0, 0, 0, List.of(), Optional.of(problem));
    }

    /** For a person. */
    public String sentence() {
        return problem.orElseGet(() -> String.format(
                Locale.ENGLISH,
                "%,d figures, %,d new of which %,d revise an older one, %,d missing, %,d lines set aside",
                read,
                added,
                revised,
                missing,
                badLines.size()));
    }

    /** How the source did, to be remembered beside it. */
    public SourceResult result(long nowNanos) {
        return new SourceResult(
                SourceResult.Kind.MACRO,
                name,
                problem.isPresent() ? SourceResult.Outcome.FAILED : SourceResult.Outcome.READ,
                nowNanos,
                sentence());
    }
}
