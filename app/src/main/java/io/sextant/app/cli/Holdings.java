package io.sextant.app.cli;

import io.sextant.marketdata.file.FileProblem;
import io.sextant.risk.measure.ReturnTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a portfolio holds, as a JSON file tells it: shares of its value, or quantities and cash. */
final class Holdings {

    private Holdings() {}

    /** Quantities by ticker and the cash beside them. */
    record Positions(Map<String, Double> quantities, double cash) {}

    /** Weights and, where quantities were given, the value that they are shares of; NaN where they were not. */
    record Weighted(List<String> tickers, double[] weights, double value) {}

    /** {@code {"AAPL": 0.6, "MSFT": 0.4}}, or the same under {@code "weights"}. */
    static Map<String, Double> weights(Path file) {
        JsonNode root = JsonFile.read(file);
        return numbers(root.path("weights").isObject() ? root.path("weights") : root, file, "a weight");
    }

    /**
     * {@code {"AAPL": 10}}, or {@code {"cash": 1000, "positions": {"AAPL": 10}}}, or a list of {@code {"ticker": "AAPL", "quantity":
     * 10}}, alone or under {@code "positions"}. What is sold short is below zero.
     */
    static Positions positions(Path file) {
        JsonNode root = JsonFile.read(file);
        JsonNode held = root.isObject() && root.has("positions") ? root.path("positions") : root;
        double cash = root.isObject() && root.has("positions") && root.has("cash")
                ? number(root.path("cash"), file, "the cash")
                : 0;
        if (held.isObject()) {
            return new Positions(numbers(held, file, "a quantity"), cash);
        }
        Map<String, Double> quantities = new LinkedHashMap<>();
        for (JsonNode each : held) {
            String ticker = name(each);
            if (ticker.isBlank() || quantities.containsKey(ticker)) {
                throw new FileProblem("Each position in " + file + " has a ticker of its own and a quantity.");
            }
            quantities.put(ticker, number(each.path("quantity"), file, "the quantity of " + ticker));
        }
        return new Positions(requireSome(quantities, file), cash);
    }

    private static String name(JsonNode position) {
        for (String key : List.of("ticker", "symbol", "instrument")) {
            if (position.path(key).isString()) {
                return position.path(key).asString();
            }
        }
        return "";
    }

    /** Prices of one period turn quantities into shares of what all is worth. */
    static Weighted weighted(Positions positions, WidePrices prices) {
        List<String> tickers = List.copyOf(positions.quantities().keySet());
        double[][] columns = prices.of(tickers);
        int[] rows = ReturnTable.commonRows(tickers, columns);
        if (rows.length == 0) {
            throw new RefusedByRule("In no row do all of " + String.join(", ", tickers) + " have a price.");
        }
        int newest = rows[rows.length - 1];
        double value = positions.cash();
        double[] amounts = new double[columns.length];
        for (int c = 0; c < amounts.length; c++) {
            amounts[c] = positions.quantities().getOrDefault(tickers.get(c), 0.0) * columns[c][newest];
            value += amounts[c];
        }
        if (!(value > 0)) {
            throw new RefusedByRule("Positions and cash are worth " + String.format(Locale.ENGLISH, "%.2f", value)
                    + " together, and risk is told as a share of what is above zero; say the cash.");
        }
        for (int c = 0; c < amounts.length; c++) {
            amounts[c] /= value;
        }
        return new Weighted(tickers, amounts, value);
    }

    static Map<String, Double> numbers(JsonNode object, Path file, String what) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (!object.isObject()) {
            throw new FileProblem("The file " + file + " holds no object of tickers and numbers.");
        }
        object.properties()
                .forEach(entry -> numbers.put(
                        entry.getKey(), number(entry.getValue(), file, what + " (" + entry.getKey() + ")")));
        return requireSome(numbers, file);
    }

    static double number(JsonNode node, Path file, String what) {
        double value = Double.NaN;
        if (node.isNumber()) {
            value = node.asDouble();
        } else if (node.isString()) {
            try {
                value = Double.parseDouble(node.asString().strip());
            } catch (NumberFormatException none) {
                value = Double.NaN;
            }
        }
        if (!Double.isFinite(value)) {
            throw new FileProblem("In " + file + " " + what + " is no number.");
        }
        return value;
    }

    private static Map<String, Double> requireSome(Map<String, Double> numbers, Path file) {
        if (numbers.isEmpty()) {
            throw new FileProblem("The file " + file + " names no ticker.");
        }
        return numbers;
    }
}
