package io.sextant.app.cli;

import io.sextant.risk.measure.CopulaKind;
import io.sextant.risk.measure.MarginKind;
import io.sextant.risk.measure.TailMethod;
import io.sextant.risk.measure.TailWish;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a tail is measured. */
final class RiskOptions {

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            converter = MethodConverter.class,
            description =
                    "historical, parametric (normal), student, cornish-fisher, ewma, filtered (GARCH), monte-carlo"
                            + " (copula) or evt. historical if not given.")
    TailMethod method = TailMethod.HISTORICAL;

    @Option(
            names = "--confidence",
            paramLabel = "P",
            description =
                    "Between 0 and 1: how often a period's loss stays within the value at risk. 0.95 if not given.")
    double confidence = 0.95;

    @Option(names = "--horizon", paramLabel = "N", description = "Over how many periods (rows); 1 if not given.")
    int horizon = 1;

    @Option(
            names = "--mean",
            paramLabel = "sample|zero",
            description = "The centre of parametric: the mean of the returns, or zero. sample if not given.")
    String mean = "sample";

    @Option(
            names = "--copula",
            paramLabel = "gaussian|t",
            description = "How assets hang together in monte-carlo; t if not given.")
    String copula = "t";

    @Option(
            names = "--margins",
            paramLabel = "empirical|normal|t",
            description = "Each asset's own law in monte-carlo; empirical if not given.")
    String margins = "empirical";

    @Option(
            names = "--paths",
            paramLabel = "N",
            description = "Paths that are drawn; 100000 if not given, 10000000 at most.")
    int paths = 100_000;

    @Option(names = "--seed", paramLabel = "N", description = "Of what is drawn; 1 if not given.")
    long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads that draw, no more than there are processors; the answer does not depend on them. 2 if not given.")
    int threads = 2;

    TailWish wish() {
        return new TailWish(
                method,
                confidence,
                horizon,
                switch (mean) {
                    case "sample" -> false;
                    case "zero" -> true;
                    default -> throw new RefusedByRule("--mean is sample or zero, not " + mean + ".");
                },
                switch (copula) {
                    case "gaussian" -> CopulaKind.GAUSSIAN;
                    case "t", "student" -> CopulaKind.STUDENT;
                    default -> throw new RefusedByRule("--copula is gaussian or t, not " + copula + ".");
                },
                switch (margins) {
                    case "empirical" -> MarginKind.EMPIRICAL;
                    case "normal" -> MarginKind.NORMAL;
                    case "t", "student" -> MarginKind.STUDENT;
                    default -> throw new RefusedByRule("--margins is empirical, normal or t, not " + margins + ".");
                },
                paths,
                seed,
                threads);
    }

    static final class MethodConverter implements ITypeConverter<TailMethod> {

        @Override
        public TailMethod convert(String text) {
            String wanted = text.toLowerCase(Locale.ROOT);
            return Arrays.stream(TailMethod.values())
                    .filter(method -> method.label().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is not one of "
                            + Arrays.stream(TailMethod.values())
                                    .map(TailMethod::label)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
