package io.sextant.app.cli;

import io.sextant.marketdata.file.NumberTable;
import io.sextant.portfolio.estimate.ReturnPanel;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A table with a column of prices for each asset, in time order, and what a person should know about how it was read.
 *
 * @param newest the last price of each that is known
 */
record PortfolioPrices(ReturnPanel returns, double[] newest, List<String> notes) {

    private static final long NANOS_A_SECOND = 1_000_000_000L;

    static PortfolioPrices read(Path file) {
        NumberTable table = NumberTable.read(file);
        List<String> headings = table.headings();
        Set<String> seen = new HashSet<>();
        for (String heading : headings) {
            if (!seen.add(heading)) {
                throw new RefusedByRule("The file " + file + " has two columns " + heading + ".");
            }
        }
        List<String> notes = new ArrayList<>();
        List<String> assets = new ArrayList<>();
        for (String heading : headings) {
            if (!isTime(heading, headings.indexOf(heading), table)) {
                assets.add(heading);
            }
        }
        if (assets.isEmpty()) {
            throw new RefusedByRule("The file " + file + " has no column of prices.");
        }
        int[] order = order(file, table, notes);
        double[][] prices = new double[assets.size()][];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = column(file, table, assets.get(i), order);
        }
        ReturnPanel panel = ReturnPanel.ofPrices(assets, prices);
        double[] newest = new double[prices.length];
        for (int i = 0; i < prices.length; i++) {
            for (double price : prices[i]) {
                newest[i] = Double.isNaN(price) ? newest[i] : price;
            }
        }
        return new PortfolioPrices(panel, newest, notes);
    }

    private static double[] column(Path file, NumberTable table, String asset, int[] order) {
        double[] read = table.numbers(asset);
        String[] texts = table.texts(asset);
        int known = 0;
        double[] column = new double[order.length];
        for (int k = 0; k < order.length; k++) {
            int row = order[k];
            double price = read[row];
            column[k] = price;
            known += Double.isNaN(price) ? 0 : 1;
            if (price <= 0 || Double.isInfinite(price)) {
                throw new RefusedByRule("Row " + (row + 1) + " of " + asset + " is " + texts[row].strip()
                        + ", and only a price above zero has a return.");
            }
            String text = texts[row].strip().toLowerCase(Locale.ROOT);
            if (Double.isNaN(price) && !isBlank(text)) {
                throw new RefusedByRule("Row " + (row + 1) + " of " + asset + " is '" + texts[row].strip()
                        + "', which is no price; leave a cell empty where there is none.");
            }
        }
        if (known < 2) {
            throw new RefusedByRule("The column " + asset + " of " + file + " holds "
                    + (known == 0 ? "no price" : "one price") + ", and a return needs two.");
        }
        return column;
    }

    private static boolean isBlank(String text) {
        return Set.of("", "nan", "na", "n/a", "null", "none", "-").contains(text);
    }

    /** What stands in the first column is a time, or the number of the row, when its heading is empty or speaks of time. */
    private static boolean isTime(String heading, int place, NumberTable table) {
        String word = heading.strip().toLowerCase(Locale.ROOT);
        if (Set.of("date", "time", "datetime", "timestamp", "time_utc", "day", "end_time_ms")
                .contains(word)) {
            return true;
        }
        return place == 0 && (word.isEmpty() || dates(table).isPresent());
    }

    private static Optional<long[]> dates(NumberTable table) {
        String[] texts = table.texts(table.headings().getFirst());
        long[] nanos = new long[texts.length];
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i].strip();
            try {
                nanos[i] = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toEpochSecond()
                        * NANOS_A_SECOND;
            } catch (DateTimeException noDate) {
                return Optional.empty();
            }
        }
        return Optional.of(nanos);
    }

    /** Rows in time order; as they stand where no column tells the time. */
    private static int[] order(Path file, NumberTable table, List<String> notes) {
        Optional<long[]> found = table.findTimesNanos().or(() -> dates(table));
        Integer[] rows = new Integer[table.rows()];
        Arrays.setAll(rows, i -> i);
        if (found.isPresent()) {
            long[] times = found.orElseThrow();
            Arrays.sort(rows, Comparator.comparingLong((Integer i) -> times[i]));
            boolean moved = false;
            for (int k = 0; k < rows.length; k++) {
                moved |= rows[k] != k;
                if (k > 0 && times[rows[k]] == times[rows[k - 1]]) {
                    throw new RefusedByRule("Rows " + (rows[k - 1] + 1) + " and " + (rows[k] + 1) + " of " + file
                            + " are of the same time: which of the two counts cannot be known.");
                }
            }
            if (moved) {
                notes.add("The rows were not in time order and were put into it.");
            }
        } else {
            notes.add("No column tells the time, so the rows count in the order of the file, oldest first.");
        }
        return Arrays.stream(rows).mapToInt(i -> i).toArray();
    }
}
