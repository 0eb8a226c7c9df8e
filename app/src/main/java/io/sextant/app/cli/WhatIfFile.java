package io.sextant.app.cli;

import io.sextant.marketdata.file.FileProblem;
import io.sextant.risk.measure.ReturnTable;
import io.sextant.risk.stress.HistoricalWindow;
import io.sextant.risk.whatif.Change;
import io.sextant.risk.whatif.Sandbox;
import io.sextant.risk.whatif.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A what-if as it is written down: what is held, at which prices, and named scenarios.
 *
 * @param confidence and horizon of the tails that are told
 * @param outlookPeriods 0 when no futures are drawn
 */
record WhatIfFile(
        Sandbox now, List<Scenario> scenarios, double confidence, int horizon, int outlookPeriods, int paths) {

    private static final Set<String> KEYS = Set.of(
            "prices",
            "weights",
            "positions",
            "cash",
            "confidence",
            "horizon",
            "durations",
            "spreads",
            "watch",
            "scenarios",
            "outlook");
    private static final int PATHS = 20_000;
    private static final long SEED = 1;

    static WhatIfFile read(Path file) {
        JsonNode root = JsonFile.read(file);
        requireKeys(root, KEYS, file);
        if (!root.path("prices").isString()) {
            throw new FileProblem("The file " + file + " does not say where the prices are: \"prices\": \"FILE.csv\".");
        }
        Path folder = file.toAbsolutePath().getParent();
        Path table = Path.of(root.path("prices").asString());
        WidePrices prices = WidePrices.read(folder == null ? table : folder.resolve(table));
        Sandbox now = sandbox(root, prices, file);
        List<Scenario> scenarios = new ArrayList<>();
        for (JsonNode each : list(root, "scenarios", file)) {
            scenarios.add(scenario(each, scenarios, now, file));
        }
        JsonNode outlook = object(root, "outlook", file);
        requireKeys(outlook, Set.of("periods", "paths"), file);
        return new WhatIfFile(
                now,
                List.copyOf(scenarios),
                root.has("confidence") ? Holdings.number(root.path("confidence"), file, "the confidence") : 0.95,
                root.has("horizon") ? whole(root.path("horizon"), file, "the horizon") : 1,
                outlook.has("periods") ? whole(outlook.path("periods"), file, "the outlook's periods") : 0,
                outlook.has("paths") ? whole(outlook.path("paths"), file, "the outlook's paths") : PATHS);
    }

    private static void requireKeys(JsonNode node, Set<String> known, Path file) {
        node.propertyNames().forEach(key -> {
            if (!known.contains(key)) {
                throw new FileProblem("In " + file + " nobody knows what " + key + " means.");
            }
        });
    }

    private static int whole(JsonNode node, Path file, String what) {
        double value = Holdings.number(node, file, what);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new FileProblem("In " + file + " " + what + " is no whole number.");
        }
        return (int) value;
    }

    private static Sandbox sandbox(JsonNode root, WidePrices prices, Path file) {
        Map<String, Double> quantities = new LinkedHashMap<>();
        boolean shares = root.path("weights").isObject();
        if (shares == root.path("positions").isObject()) {
            throw new FileProblem("The file " + file + " says either \"weights\" or \"positions\".");
        }
        quantities.putAll(Holdings.numbers(
                root.path(shares ? "weights" : "positions"), file, shares ? "a weight" : "a quantity"));
        Set<String> tickers = new LinkedHashSet<>(quantities.keySet());
        for (JsonNode each : list(root, "watch", file)) {
            if (!each.isString()) {
                throw new FileProblem("In " + file + " \"watch\" names tickers: [\"A\", \"B\"].");
            }
            tickers.add(each.asString());
        }
        List<String> names = List.copyOf(tickers);
        double[][] columns = prices.of(names);
        int[] rows = ReturnTable.commonRows(names, columns);
        ReturnTable past = ReturnTable.ofPrices(names, columns);
        if (past.periods() < 20) {
            throw new RefusedByRule("There are " + past.periods() + " returns that all of " + String.join(", ", names)
                    + " have in common; a sandbox needs at least 20.");
        }
        double[] newest = new double[names.size()];
        Arrays.setAll(newest, i -> columns[i][rows[rows.length - 1]]);
        double[] held = new double[names.size()];
        double net = 0;
        for (int i = 0; i < held.length; i++) {
            double said = quantities.getOrDefault(names.get(i), 0.0);
            held[i] = shares ? said / newest[i] : said;
            net += said;
        }
        double cash = root.has("cash") ? Holdings.number(root.path("cash"), file, "the cash") : shares ? 1 - net : 0;
        return Sandbox.of(past, newest, held, cash)
                .withCosts(perTicker(root, "durations", names, file), perTicker(root, "spreads", names, file));
    }

    private static double[] perTicker(JsonNode root, String key, List<String> names, Path file) {
        double[] values = new double[names.size()];
        for (Map.Entry<String, JsonNode> entry : object(root, key, file).properties()) {
            int place = names.indexOf(entry.getKey());
            if (place < 0) {
                throw new FileProblem("In " + file + " \"" + key + "\" speaks of " + entry.getKey()
                        + ", which is neither held nor watched.");
            }
            values[place] = Holdings.number(entry.getValue(), file, "a figure of " + entry.getKey());
            if (values[place] < 0) {
                throw new FileProblem("In " + file + " \"" + key + "\" of " + entry.getKey() + " is below zero.");
            }
        }
        return values;
    }

    /** What is not there is empty; what is there in another shape is not passed over. */
    private static JsonNode object(JsonNode root, String key, Path file) {
        JsonNode node = root.path(key);
        if (!node.isMissingNode() && !node.isObject()) {
            throw new FileProblem("In " + file + " \"" + key + "\" is an object: {...}.");
        }
        return node;
    }

    private static JsonNode list(JsonNode root, String key, Path file) {
        JsonNode node = root.path(key);
        if (!node.isMissingNode() && !node.isArray()) {
            throw new FileProblem("In " + file + " \"" + key + "\" is a list: [...].");
        }
        return node;
    }

    private static Scenario scenario(JsonNode node, List<Scenario> before, Sandbox now, Path file) {
        if (!node.path("name").isString() || node.path("name").asString().isBlank()) {
            throw new FileProblem("A scenario in " + file + " has no name.");
        }
        requireKeys(node, Set.of("name", "changes"), file);
        String name = node.path("name").asString();
        if (before.stream().anyMatch(each -> each.name().equals(name))) {
            throw new FileProblem("Two scenarios in " + file + " are called " + name + ".");
        }
        List<Change> changes = new ArrayList<>();
        for (JsonNode each : list(node, "changes", file)) {
            if (!each.isObject() || each.size() != 1) {
                throw new FileProblem("Each change in " + file + " is an object with one key, in " + name + " too.");
            }
            String kind = each.propertyNames().iterator().next();
            changes.addAll(
                    kind.equals("optimise")
                            ? WhatIfWeights.of(text(each.path(kind)), now.with(new Scenario(name, changes)), file)
                            : changes(kind, each.path(kind), before, now, file));
        }
        return new Scenario(name, changes);
    }

    private static List<Change> changes(String kind, JsonNode value, List<Scenario> before, Sandbox now, Path file) {
        return switch (kind) {
            case "prices" -> List.of(new Change.Prices(Holdings.numbers(value, file, "a move")));
            case "allPrices" -> List.of(new Change.AllPrices(Holdings.number(value, file, "a move")));
            case "volatilities" -> List.of(new Change.Volatilities(Holdings.numbers(value, file, "a factor")));
            case "volatility" -> List.of(new Change.AllVolatilities(Holdings.number(value, file, "a factor")));
            case "correlationsToOne" -> List.of(new Change.CorrelationsToOne(Holdings.number(value, file, "a share")));
            case "correlation" -> {
                if (value.size() != 3) {
                    throw new FileProblem("In " + file + " a correlation is [\"ONE\", \"OTHER\", 0.5].");
                }
                yield List.of(new Change.Correlation(
                        text(value.path(0)),
                        text(value.path(1)),
                        Holdings.number(value.path(2), file, "a correlation")));
            }
            case "rates" -> List.of(new Change.Rates(Holdings.number(value, file, "a rise of rates")));
            case "liquidity" -> List.of(new Change.Liquidity(Holdings.number(value, file, "a factor")));
            case "weight" ->
                Holdings.numbers(value, file, "a weight").entrySet().stream()
                        .<Change>map(each -> new Change.Weight(each.getKey(), each.getValue()))
                        .toList();
            case "trade" ->
                Holdings.numbers(value, file, "a quantity").entrySet().stream()
                        .<Change>map(each -> new Change.Trade(each.getKey(), each.getValue()))
                        .toList();
            case "drop" -> List.of(new Change.Drop(text(value)));
            case "regime" ->
                switch (value.isString() ? value.asString() : "") {
                    case "calm" -> List.of(new Change.Regime(Change.Weather.CALM, SEED));
                    case "turbulent" -> List.of(new Change.Regime(Change.Weather.TURBULENT, SEED));
                    default -> throw new FileProblem("In " + file + " a regime is \"calm\" or \"turbulent\".");
                };
            case "history" -> history(text(value), now, file).changes();
            case "scenario" ->
                before.stream()
                        .filter(each -> each.name().equals(text(value)))
                        .findFirst()
                        .orElseThrow(() ->
                                new FileProblem("In " + file + " no earlier scenario is called " + text(value) + "."))
                        .changes();
            default -> throw new FileProblem("In " + file + " nobody knows the change " + kind + ".");
        };
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.asString() : "";
    }

    /** As far as the index moved, each ticker. */
    private static Scenario history(String name, Sandbox now, Path file) {
        Map<String, Double> betas = new LinkedHashMap<>();
        now.tickers().forEach(ticker -> betas.put(ticker, 1.0));
        return HistoricalWindow.shipped().stream()
                .filter(window -> window.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FileProblem("In " + file + " the history \"" + name + "\" is none of "
                        + String.join(
                                ", ",
                                HistoricalWindow.shipped().stream()
                                        .map(HistoricalWindow::name)
                                        .toList())
                        + "."))
                .onBetas(betas);
    }
}
