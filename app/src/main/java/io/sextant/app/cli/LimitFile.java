package io.sextant.app.cli;

import io.sextant.portfolio.optimise.Limits;
import io.sextant.portfolio.program.LinearRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
        JsonNode root = PortfolioFiles.read(file);
        PortfolioFiles.requireKeys(file, root, KEYS);
        double[] lower = plain.lower().clone();
        double[] upper = plain.upper().clone();
        for (Map.Entry<String, JsonNode> each : root.path("bounds").properties()) {
            int place = PortfolioFiles.place(file, names, each.getKey(), "bounds");
            JsonNode both = each.getValue();
            if (both.size() != 2 || !both.path(0).isNumber() || !both.path(1).isNumber()) {
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
        if (!root.path("held").isMissingNode()) {
            limits = limits.withHeldMax((int) PortfolioFiles.number(file, root, "held", names.size()));
        }
        return limits;
    }

    /** By name, and by a tag that an asset has. */
    private static Set<String> excluded(Path file, JsonNode root, List<String> names) {
        Set<String> excluded = new HashSet<>();
        for (JsonNode each : root.path("exclude")) {
            String word = each.asString();
            Set<String> met = new HashSet<>();
            if (names.contains(word)) {
                met.add(word);
            }
            for (Map.Entry<String, JsonNode> tagged : root.path("tags").properties()) {
                PortfolioFiles.place(file, names, tagged.getKey(), "tags");
                for (JsonNode tag : tagged.getValue()) {
                    if (tag.asString().equals(word)) {
                        met.add(tagged.getKey());
                    }
                }
            }
            if (met.isEmpty()) {
                throw new RefusedByRule(
                        "The file " + file + " excludes " + word + ", which is no asset and no tag of one.");
            }
            excluded.addAll(met);
        }
        return excluded;
    }

    private static List<LinearRow> groups(Path file, JsonNode root, List<String> names) {
        List<LinearRow> rows = new ArrayList<>();
        for (JsonNode group : root.path("groups")) {
            PortfolioFiles.requireKeys(file, group, Set.of("name", "assets", "min", "max"));
            String name = group.path("name").asString("group " + (rows.size() + 1));
            double[] ones = new double[names.size()];
            for (JsonNode asset : group.path("assets")) {
                ones[PortfolioFiles.place(file, names, asset.asString(), name)] = 1;
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
