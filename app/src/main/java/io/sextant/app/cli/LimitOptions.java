package io.sextant.app.cli;

import io.sextant.portfolio.optimise.Limits;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What the weights may be. */
final class LimitOptions {

    @Option(
            names = "--bounds",
            paramLabel = "LOW,HIGH",
            description = "Of each weight; 0,1 if not given, that is long only. -inf,inf knows none.")
    String bounds = "0,1";

    @Option(
            names = "--limits",
            paramLabel = "L.json",
            description =
                    "Bounds of single assets, groups, exclusions, turnover, costs, gross exposure, how many are held (see below).")
    @Nullable Path file;

    Limits of(List<String> names, Function<String, CommandLine.ParameterException> notUnderstood) {
        String[] both = bounds.split(",", -1);
        if (both.length != 2) {
            throw notUnderstood.apply("--bounds are two numbers like 0,0.2, not " + bounds);
        }
        double low = bound(both[0], notUnderstood);
        double high = bound(both[1], notUnderstood);
        if (low > high) {
            throw new RefusedByRule(
                    "No weight lies between " + both[0] + " and " + both[1] + ": the lower bound comes first.");
        }
        Limits plain = Limits.between(names.size(), low, high);
        return file == null ? plain : LimitFile.read(file, names, plain);
    }

    private double bound(String text, Function<String, CommandLine.ParameterException> notUnderstood) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "none" -> Double.POSITIVE_INFINITY;
            case "-inf", "-none" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    double bound = Double.parseDouble(text.strip());
                    if (Double.isNaN(bound)) {
                        throw notUnderstood.apply("--bounds are two numbers like 0,0.2, not " + bounds);
                    }
                    yield bound;
                } catch (NumberFormatException notANumber) {
                    throw notUnderstood.apply("--bounds are two numbers like 0,0.2, not " + bounds);
                }
            }
        };
    }
}
