package io.sextant.app.cli;

import io.sextant.marketdata.file.FileProblem;
import io.sextant.marketdata.file.NumberTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of prices, one column a ticker, one row a period, put in the order of time; an empty cell is missing. All that is computed of
 * such a file reads it here, so that no two commands see different prices in it.
 *
 * @param rows the names of the rows: their times where a column tells them
 * @param places where each row stands in the file, from 0
 * @param words the first cell of each ticker that holds something else than a price, as a sentence; null where none does
 * @param notes what a person should know about how it was read
 */
record WidePrices(
        List<String> tickers,
        double[][] prices,
        String[] rows,
        int[] places,
        @Nullable String[] words,
        List<String> notes) {

    private static final Set<String> NO_PRICE = Set.of("", "nan", "na", "n/a", "null", "none", "-");

    static WidePrices read(Path file) {
        NumberTable table = NumberTable.read(file);
        TimeColumn column = TimeColumn.of(file, table);
        List<String> tickers = new ArrayList<>();
        for (int i = 0; i < table.headings().size(); i++) {
            String heading = table.headings().get(i);
            boolean isTime = heading.isBlank() || TimeColumn.isNamed(heading) || (i == 0 && column.isFirst());
            if (!isTime) {
                if (tickers.contains(heading)) {
                    throw new FileProblem("The file " + file + " has two columns " + heading + ".");
                }
                tickers.add(heading);
            }
        }
        if (tickers.isEmpty()) {
            throw new FileProblem("The file " + file + " has no column of prices.");
        }
        List<String> notes = new ArrayList<>();
        int[] order = order(file, table.rows(), column.times(), notes);
        double[][] prices = new double[tickers.size()][];
        String[] words = new String[tickers.size()];
        for (int c = 0; c < prices.length; c++) {
            double[] read = table.numbers(tickers.get(c));
            prices[c] = Arrays.stream(order).mapToDouble(row -> read[row]).toArray();
            words[c] = word(tickers.get(c), read, table.texts(tickers.get(c)));
        }
        String[] names = column.names();
        return new WidePrices(
                List.copyOf(tickers),
                prices,
                Arrays.stream(order).mapToObj(row -> names[row]).toArray(String[]::new),
                order,
                words,
                List.copyOf(notes));
    }

    private static int[] order(Path file, int rows, Optional<long[]> times, List<String> notes) {
        int[] asTheyStand = IntStream.range(0, rows).toArray();
        if (times.isEmpty()) {
            notes.add("No column tells the time, so the rows count in the order of the file, oldest first.");
            return asTheyStand;
        }
        requireApart(file, times.orElseThrow());
        int[] order = RowOrder.inTime(asTheyStand, times)
                .orElseThrow(() -> new FileProblem(
                        "The rows of " + file + " are in no order of time, so no return leads from one to the next."));
        if (!Arrays.equals(order, asTheyStand)) {
            notes.add("The rows were not in time order and were put into it.");
        }
        return order;
    }

    private static void requireApart(Path file, long[] times) {
        Map<Long, Integer> before = new HashMap<>();
        for (int row = 0; row < times.length; row++) {
            Integer other = before.put(times[row], row);
            if (other != null) {
                throw new RefusedByRule("Rows " + (other + 1) + " and " + (row + 1) + " of " + file
                        + " are of the same time: which of the two counts cannot be known.");
            }
        }
    }

    private static @Nullable String word(String ticker, double[] read, String[] texts) {
        for (int row = 0; row < read.length; row++) {
            String text = texts[row].strip();
            if (Double.isNaN(read[row]) && !NO_PRICE.contains(text.toLowerCase(Locale.ROOT))) {
                return "Row " + (row + 1) + " of " + ticker + " is '" + text
                        + "', which is no price; leave a cell empty where there is none.";
            }
        }
        return null;
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
            String word = words[at];
            if (word != null) {
                throw new RefusedByRule(word);
            }
            chosen[i] = prices[at];
        }
        return chosen;
    }
}
