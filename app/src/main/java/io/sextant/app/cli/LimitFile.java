package io.sextant.app.cli;

import io.sextant.portfolio.optimise.Limits;
import io.sextant.portfolio.program.LinearRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The JSON file that says what weights may be, beyond the same bounds for all. */
final class LimitFile {

    private static final Set<String> KEYS =
            Set.of("bounds", "groups", "tags", "exclude", "current", "turnover", "costs", "gross", "held");

    private LimitFile() {}

    static Limits read(Path file, List<String> names, Limits plain) {
        JsonNode root = JsonFile.object(file);
        PortfolioFiles.requireKeys(file, root, KEYS);
        double[] lower = plain.lower().clone();
        double[] upper = plain.upper().clone();
        for (Map.Entry<String, JsonNode> each :
                JsonFile.object(file, root, "bounds", "{\"A\": [0, 0.3]}").properties()) {
            int place = PortfolioFiles.place(file, names, each.getKey(), "bounds");
            JsonNode both = each.getValue();
            if (both.size() != 2 || !PortfolioFiles.isNumber(both.path(0)) || !PortfolioFiles.isNumber(both.path(1))) {
                throw new RefusedByRule(
                        "The bounds of " + each.getKey() + " in " + file + " are two numbers like [0, 0.3].");
            }
            lower[place] = both.path(0).asDouble();
            upper[place] = both.path(1).asDouble();
            if (lower[place] > upper[place]) {
                throw new RefusedByRule(
                        "The lower bound of " + each.getKey() + " in " + file + " is above its upper one.");
            }
        }
        for (String name : excluded(file, root, names)) {
            int place = names.indexOf(name);
            lower[place] = 0;
            upper[place] = 0;
        }
        Limits limits = plain.withBounds(lower, upper).withRows(groups(file, root, names));
        double turnover = PortfolioFiles.number(file, root, "turnover", Double.POSITIVE_INFINITY);
        if (turnover < 0) {
            throw new RefusedByRule("The turnover of " + file + " is below 0.");
        }
        double[] costs = new double[names.size()];
        JsonNode given = root.path("costs");
        if (given.isObject()) {
            costs = PortfolioFiles.byName(file, given, names, "costs");
        } else {
            Arrays.fill(costs, PortfolioFiles.number(file, root, "costs", 0));
        }
        if (Arrays.stream(costs).anyMatch(cost -> cost < 0)) {
            throw new RefusedByRule("Costs in " + file + " are shares of what is traded and not below 0.");
        }
        double[] current = PortfolioFiles.byName(file, root.path("current"), names, "current");
        limits = limits.withTrades(current, turnover, costs)
                .withGrossMax(PortfolioFiles.number(file, root, "gross", Double.POSITIVE_INFINITY));
        return limits.withHeldMax(held(file, root, limits.heldMax()));
    }

    private static int held(Path file, JsonNode root, int absent) {
        double held = PortfolioFiles.number(file, root, "held", absent);
        if (held != Math.rint(held) || held < 1 || held > Integer.MAX_VALUE) {
            throw new RefusedByRule("The file " + file + " says " + root.path("held")
                    + " for held, which is no whole number of assets above 0.");
        }
        return (int) held;
    }

    /** By name, and by a tag that an asset has. */
    private static Set<String> excluded(Path file, JsonNode root, List<String> names) {
        Set<String> excluded = new HashSet<>();
        Map<String, List<String>> tags = tags(file, root, names);
        for (JsonNode each : JsonFile.list(file, root, "exclude", "[\"coal\"]")) {
            String word = JsonFile.text(file, each, "exclude");
            Set<String> met = new HashSet<>(tags.getOrDefault(word, List.of()));
            if (names.contains(word)) {
                met.add(word);
            }
            if (met.isEmpty()) {
                throw new RefusedByRule(
                        "The file " + file + " excludes " + word + ", which is no asset and no tag of one.");
            }
            excluded.addAll(met);
        }
        return excluded;
    }

    /** The assets that have each tag. */
    private static Map<String, List<String>> tags(Path file, JsonNode root, List<String> names) {
        Map<String, List<String>> tags = new HashMap<>();
        JsonNode tagged = JsonFile.object(file, root, "tags", "{\"A\": [\"coal\"]}");
        for (String name : tagged.propertyNames()) {
            PortfolioFiles.place(file, names, name, "tags");
            for (JsonNode tag : JsonFile.list(file, tagged, name, "[\"coal\"]")) {
                tags.computeIfAbsent(JsonFile.text(file, tag, "tags"), _ -> new ArrayList<>())
                        .add(name);
            }
        }
        return tags;
    }

    private static List<LinearRow> groups(Path file, JsonNode root, List<String> names) {
        List<LinearRow> rows = new ArrayList<>();
        for (JsonNode group :
                JsonFile.list(file, root, "groups", "[{\"name\": \"tech\", \"assets\": [\"A\"], \"max\": 0.5}]")) {
            PortfolioFiles.requireKeys(file, group, Set.of("name", "assets", "min", "max"));
            String name =
                    group.has("name") ? JsonFile.text(file, group.path("name"), "name") : "group " + (rows.size() + 1);
            double[] ones = new double[names.size()];
            for (JsonNode asset : JsonFile.list(file, group, "assets", "[\"A\", \"B\"]")) {
                ones[PortfolioFiles.place(file, names, JsonFile.text(file, asset, "assets"), name)] = 1;
            }
            double min = PortfolioFiles.number(file, group, "min", Double.NEGATIVE_INFINITY);
            double max = PortfolioFiles.number(file, group, "max", Double.POSITIVE_INFINITY);
            if (min > max || Arrays.stream(ones).sum() == 0) {
                throw new RefusedByRule(
                        "The group " + name + " of " + file + " needs assets, and a min that is not above its max.");
            }
            rows.add(new LinearRow(worded(name, min, max), ones, min, max));
        }
        return rows;
    }

    private static String worded(String name, double min, double max) {
        if (Double.isInfinite(min)) {
            return name + " at most " + max;
        }
        return name + " at least " + min + (Double.isInfinite(max) ? "" : " and at most " + max);
    }
}
