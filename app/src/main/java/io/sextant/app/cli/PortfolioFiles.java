package io.sextant.app.cli;

import io.sextant.portfolio.estimate.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The JSON files that the optimiser is told views and forecasts in. */
final class PortfolioFiles {

    private static final double TAU = 0.05;
    private static final double RISK_AVERSION = 2.5;
    private static final double CONFIDENCE = 0.5;

    private PortfolioFiles() {}

    /** @param market shares of what all hold, which add up to 1 */
    record Views(double riskAversion, double tau, double[] market, boolean marketGiven, List<View> views) {}

    /** @param skills as far as each forecast was shown to know something, 0 to 1 */
    record Forecasts(double[] means, double[] skills) {}

    static void requireKeys(Path file, JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw new RefusedByRule("The file " + file + " says " + node + " where an object belongs with "
                    + String.join(", ", known.stream().sorted().toList()) + ".");
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                throw new RefusedByRule(
                        "The file " + file + " says " + entry.getKey() + ", which is not known there; known are "
                                + String.join(", ", known.stream().sorted().toList()) + ".");
            }
        }
    }

    static Views views(Path file, List<String> names) {
        JsonNode root = JsonFile.object(file);
        requireKeys(file, root, Set.of("riskAversion", "tau", "market", "views"));
        double riskAversion = number(file, root, "riskAversion", RISK_AVERSION);
        double tau = number(file, root, "tau", TAU);
        if (!(riskAversion > 0) || !(tau > 0)) {
            throw new RefusedByRule("riskAversion and tau are above zero.");
        }
        JsonNode given = root.path("market");
        double[] market = new double[names.size()];
        if (given.isMissingNode()) {
            Arrays.fill(market, 1.0 / market.length);
        } else {
            market = byName(file, given, names, "market");
            double total = Arrays.stream(market).sum();
            if (!(total > 0) || Arrays.stream(market).anyMatch(share -> share < 0)) {
                throw new RefusedByRule("The market of " + file
                        + " holds no asset less than nothing, and some of them: give what each is worth.");
            }
            for (int i = 0; i < market.length; i++) {
                market[i] /= total;
            }
        }
        List<View> views = new ArrayList<>();
        for (JsonNode each : JsonFile.list(file, root, "views", "[{\"asset\": \"A\", \"return\": 0.1}]")) {
            views.add(view(file, each, names, views.size() + 1));
        }
        return new Views(riskAversion, tau, market, !given.isMissingNode(), views);
    }

    private static View view(Path file, JsonNode node, List<String> names, int number) {
        requireKeys(file, node, Set.of("asset", "weights", "return", "confidence"));
        double[] weights;
        if (node.has("asset")) {
            weights = new double[names.size()];
            weights[place(file, names, JsonFile.text(file, node.path("asset"), "asset"), "view " + number)] = 1;
        } else {
            weights = byName(file, node.path("weights"), names, "view " + number);
        }
        if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
            throw new RefusedByRule("View " + number + " of " + file
                    + " speaks of nothing: it needs an asset, or weights like {\"A\": 1, \"B\": -1}.");
        }
        double expected = number(file, node, "return", Double.NaN);
        if (Double.isNaN(expected)) {
            throw new RefusedByRule("View " + number + " of " + file + " has no return.");
        }
        double confidence = number(file, node, "confidence", CONFIDENCE);
        if (!(confidence > 0 && confidence <= 1)) {
            throw new RefusedByRule("The confidence of view " + number + " of " + file + " is " + confidence
                    + ", and one lies above 0 and at most at 1.");
        }
        return new View(weights, expected, confidence);
    }

    static Forecasts forecasts(Path file, List<String> names) {
        JsonNode root = JsonFile.object(file);
        double[] means = new double[names.size()];
        double[] skills = new double[names.size()];
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            int place = place(file, names, entry.getKey(), "a forecast");
            requireKeys(file, entry.getValue(), Set.of("return", "skill"));
            means[place] = number(file, entry.getValue(), "return", Double.NaN);
            skills[place] = number(file, entry.getValue(), "skill", Double.NaN);
            if (Double.isNaN(means[place]) || !(skills[place] <= 1)) {
                throw new RefusedByRule("The forecast of " + entry.getKey() + " in " + file
                        + " needs a return and a skill of at most 1.");
            }
        }
        return new Forecasts(means, skills);
    }

    /** 0 where nothing is said of an asset. */
    static double[] byName(Path file, JsonNode node, List<String> names, String where) {
        double[] values = new double[names.size()];
        if (!node.isObject() && !node.isMissingNode()) {
            throw new RefusedByRule("The file " + file + " says " + node + " for " + where
                    + ", which is not an object of assets and numbers.");
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!isNumber(entry.getValue())) {
                throw new RefusedByRule("The file " + file + " says " + entry.getValue() + " of " + entry.getKey()
                        + ", which is no number.");
            }
            values[place(file, names, entry.getKey(), where)] = entry.getValue().asDouble();
        }
        return values;
    }

    static int place(Path file, List<String> names, String name, String where) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new RefusedByRule(
                    "The file " + file + " speaks of " + name + " (" + where + "), which is none of the assets.");
        }
        return place;
    }

    static double number(Path file, JsonNode node, String key, double absent) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return absent;
        }
        if (!isNumber(value)) {
            throw new RefusedByRule("The file " + file + " says " + value + " for " + key + ", which is no number.");
        }
        return value.asDouble();
    }

    /** 1e999 is one to JSON and none to anybody who counts. */
    static boolean isNumber(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.asDouble());
    }
}
