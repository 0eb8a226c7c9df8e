package io.sextant.app.cli;

import io.sextant.marketdata.file.FileProblem;
import io.sextant.marketdata.file.NumberTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A table of prices, one column a ticker, one row a period, put in the order of time; a cell without a number is missing. */
record WidePrices(List<String> tickers, double[][] prices, String[] rows) {

    static WidePrices read(Path file) {
        NumberTable table = NumberTable.read(file);
        Optional<long[]> times = table.findTimesNanos();
        List<String> tickers = new ArrayList<>();
        for (String heading : table.headings()) {
            if (!heading.isBlank() && !isTime(heading)) {
                if (tickers.contains(heading)) {
                    throw new FileProblem("The file " + file + " has two columns " + heading + ".");
                }
                tickers.add(heading);
            }
        }
        int[] order = order(file, table.rows(), times);
        String[] names = rowNames(table);
        double[][] prices = new double[tickers.size()][];
        for (int c = 0; c < prices.length; c++) {
            double[] column = table.numbers(tickers.get(c));
            prices[c] = Arrays.stream(order).mapToDouble(row -> column[row]).toArray();
        }
        return new WidePrices(
                List.copyOf(tickers),
                prices,
                Arrays.stream(order).mapToObj(row -> names[row]).toArray(String[]::new));
    }

    private static int[] order(Path file, int rows, Optional<long[]> times) {
        int[] order = RowOrder.inTime(IntStream.range(0, rows).toArray(), times)
                .orElseThrow(() -> new FileProblem(
                        "The rows of " + file + " are in no order of time, so no return leads from one to the next."));
        if (times.isPresent() && !RowOrder.rises(order, times.orElseThrow(), 1)) {
            throw new FileProblem("Two rows of " + file + " are of the same time.");
        }
        return order;
    }

    private static boolean isTime(String heading) {
        return switch (heading.toLowerCase(Locale.ROOT)) {
            case "date", "time", "datetime", "timestamp", "day" -> true;
            default -> false;
        };
    }

    private static String[] rowNames(NumberTable table) {
        return table.headings().stream()
                .filter(WidePrices::isTime)
                .findFirst()
                .map(table::texts)
                .orElseGet(() -> {
                    String[] numbers = new String[table.rows()];
                    Arrays.setAll(numbers, i -> Integer.toString(i + 1));
                    return numbers;
                });
    }

    /** Those that are asked for, in their order. */
    double[][] of(List<String> wanted) {
        double[][] chosen = new double[wanted.size()][];
        for (int i = 0; i < chosen.length; i++) {
            int at = tickers.indexOf(wanted.get(i));
            if (at < 0) {
                throw new RefusedByRule("There are no prices of " + wanted.get(i) + "; the file has "
                        + String.join(", ", tickers.subList(0, Math.min(12, tickers.size())))
                        + (tickers.size() > 12 ? " and " + (tickers.size() - 12) + " more" : "") + ".");
            }
            chosen[i] = prices[at];
        }
        return chosen;
    }
}
