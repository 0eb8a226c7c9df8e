package io.sextant.app.cli;

import io.sextant.marketdata.file.FileProblem;
import io.sextant.marketdata.file.NumberTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A table of prices, one column a ticker, one row a period, oldest first; a cell without a number is missing. */
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
        String[] rows = rowNames(table);
        if (times.isPresent()) {
            requireOldestFirst(file, times.get(), rows);
        }
        double[][] prices = new double[tickers.size()][];
        for (int c = 0; c < prices.length; c++) {
            prices[c] = table.numbers(tickers.get(c));
        }
        return new WidePrices(List.copyOf(tickers), prices, rows);
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

    private static void requireOldestFirst(Path file, long[] times, String[] rows) {
        for (int i = 1; i < times.length; i++) {
            if (times[i] <= times[i - 1]) {
                throw new FileProblem("Row " + (i + 1) + " of " + file + " is of " + rows[i]
                        + ", which is not after the row before it; the rows go from old to new, each time once.");
            }
        }
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
