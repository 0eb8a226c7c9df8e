package io.sextant.app.cli;

import io.sextant.portfolio.estimate.ReturnPanel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A table with a column of prices for each asset, every one of which has returns. */
record PortfolioPrices(WidePrices table, ReturnPanel returns) {

    static PortfolioPrices read(Path file) {
        WidePrices table = WidePrices.read(file);
        double[][] prices = table.of(table.tickers());
        for (int i = 0; i < prices.length; i++) {
            requirePrices(file, table, table.tickers().get(i), prices[i]);
        }
        return new PortfolioPrices(table, ReturnPanel.ofPrices(table.tickers(), prices));
    }

    private static void requirePrices(Path file, WidePrices table, String asset, double[] prices) {
        for (int k = 0; k < prices.length; k++) {
            if (prices[k] <= 0 || Double.isInfinite(prices[k])) {
                throw new RefusedByRule("Row " + (table.places()[k] + 1) + " of " + asset + " is " + prices[k]
                        + ", and only a price above zero has a return.");
            }
        }
        long known = Arrays.stream(prices).filter(price -> !Double.isNaN(price)).count();
        if (known < 2) {
            throw new RefusedByRule("The column " + asset + " of " + file + " holds "
                    + (known == 0 ? "no price" : "one price") + ", and a return needs two.");
        }
    }

    List<String> notes() {
        return table.notes();
    }

    /** In the newest row; NaN where that holds none. */
    double newest(int asset) {
        double[] prices = table.prices()[asset];
        return prices[prices.length - 1];
    }

    /** The newest row in which an asset has a price, which is there for each. */
    int lastKnown(int asset) {
        double[] prices = table.prices()[asset];
        int row = prices.length - 1;
        while (Double.isNaN(prices[row])) {
            row--;
        }
        return row;
    }
}
