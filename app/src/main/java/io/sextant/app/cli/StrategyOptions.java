package io.sextant.app.cli;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which strategy a command is about, and with which values. */
final class StrategyOptions {

    @Option(
            names = "--strategy",
            required = true,
            paramLabel = "NAME|FILE",
            description = {
                "One that './sextant strategies' lists, or your own: rules (.yaml), Java (.java, a folder) or a jar.",
                "Java in it runs with all of your rights."
            })
    String nameOrFile = "";

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "As fast=10; those not given are as usual.")
    Map<String, String> parameters = Map.of();

    @Option(names = "--long-only", description = "Goes flat where it would go short.")
    boolean longOnly;

    /** Refuses by an exception that says why. */
    StrategyKind kind() {
        return StrategyChoice.kind(nameOrFile);
    }

    String identity(StrategyKind kind) {
        return StrategyChoice.identity(nameOrFile, kind);
    }

    /** Refuses by an exception that says why. */
    Choice choice(StrategyKind kind) {
        return choice(kind, Map.of());
    }

    /** What was given, with those of a grid in its place. */
    Choice choice(StrategyKind kind, Map<String, Double> ofGrid) {
        Map<String, Double> given = new LinkedHashMap<>();
        parameters.forEach((name, text) -> given.put(name, number(name, text)));
        if (longOnly) {
            given.put(StrategyKind.LONG_ONLY, 1.0);
        }
        given.putAll(ofGrid);
        return Choice.of(kind, given);
    }

    private static double number(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("--param " + name + " is a number, not " + text, none);
        }
    }
}
