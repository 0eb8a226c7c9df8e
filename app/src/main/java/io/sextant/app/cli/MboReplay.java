package io.sextant.app.cli;

import io.sextant.analytics.orderflow.BookSide;
import io.sextant.marketdata.file.NumberTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Databento's market by order: A adds, C takes size away, M replaces price and size, R empties the book; a trade (T) and its fill (F) change
 * nothing, since a cancel follows. The side of a trade is the taker's.
 */
final class MboReplay extends BookReplay {

    /** Prices to a billionth, which is how the format itself has them. */
    private static final int SCALE = 1_000_000_000;

    private final String[] actions;
    private final String[] sides;
    private final String[] ids;
    private final double[] prices;
    private final double[] sizes;
    private final Map<String, Long> counts = new TreeMap<>();

    MboReplay(NumberTable table) {
        super("mbo", SCALE, 1, table.rows());
        actions = table.texts("action");
        sides = table.texts("side");
        ids = table.texts("order_id");
        prices = table.numbers("price");
        sizes = table.numbers("size");
    }

    @Override
    void take(int row) {
        counts.merge(actions[row], 1L, Long::sum);
        BookSide side = sides[row].equals("A") ? BookSide.ASK : BookSide.BID;
        boolean sided = sides[row].equals("A") || sides[row].equals("B");
        switch (actions[row]) {
            case "A" -> {
                if (sided) {
                    book.add(id(row), side, price(row), size(row));
                }
            }
            case "C" -> book.reduce(id(row), size(row));
            case "M" -> {
                if (sided) {
                    book.modify(id(row), side, price(row), size(row));
                }
            }
            case "R" -> book.clear();
            case "T" -> trade(sided ? side.sign() : 0, price(row), (double) size(row), true);
            case "F", "N" -> {
                // Fills are told by the trade before and the cancel after them; N changes nothing.
            }
            default ->
                throw torn(row, "has the action \"" + actions[row] + "\", which is none of A, C, M, R, T, F and N");
        }
    }

    private long price(int row) {
        return Math.round(need(prices, row, "price") * SCALE);
    }

    private long size(int row) {
        return Math.round(need(sizes, row, "size"));
    }

    private long id(int row) {
        try {
            return Long.parseLong(ids[row]);
        } catch (NumberFormatException e) {
            throw torn(row, "has the order number \"" + ids[row] + "\", which is not a whole number");
        }
    }

    @Override
    Map<String, Object> counts() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("actions", counts);
        map.put("unknownOrders", book.unknownOrders());
        return map;
    }
}
