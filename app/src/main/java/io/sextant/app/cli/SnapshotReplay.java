package io.sextant.app.cli;

import io.sextant.analytics.orderflow.BookSide;
import io.sextant.analytics.orderflow.Depth;
import io.sextant.marketdata.file.NumberTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Whole books by row: asks[0].price, asks[0].amount, bids[0].price and so on (Tardis). */
final class SnapshotReplay extends BookReplay implements Depth {

    private static final int SCALE = 100_000_000;

    private final List<double[]> bids;
    private final List<double[]> asks;
    private int row;
    private long unordered;

    SnapshotReplay(NumberTable table) {
        super("snapshots", SCALE, SCALE, table.rows());
        bids = columns(table, "bids");
        asks = columns(table, "asks");
    }

    static boolean isIn(NumberTable table) {
        return table.has("asks[0].price") && table.has("bids[0].price");
    }

    /** Price and size by turns. */
    private static List<double[]> columns(NumberTable table, String side) {
        List<double[]> columns = new ArrayList<>();
        for (int level = 0; table.has(side + "[" + level + "].price"); level++) {
            columns.add(table.numbers(side + "[" + level + "].price"));
            columns.add(table.numbers(side + "[" + level + "].amount"));
        }
        return columns;
    }

    @Override
    void take(int record) {
        row = record;
        if (levels(BookSide.BID) == 0 && levels(BookSide.ASK) == 0) {
            throw torn(record, "has no level");
        }
        for (BookSide side : BookSide.values()) {
            for (int level = 1; level < levels(side); level++) {
                if (side.sign() * (price(side, level) - price(side, level - 1)) >= 0) {
                    unordered++;
                }
            }
        }
    }

    @Override
    Depth depth() {
        return this;
    }

    @Override
    OptionalInt orders() {
        return OptionalInt.empty();
    }

    @Override
    Map<String, Object> counts() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("unorderedLevels", unordered);
        return map;
    }

    private List<double[]> side(BookSide side) {
        return side == BookSide.BID ? bids : asks;
    }

    @Override
    public int levels(BookSide side) {
        List<double[]> columns = side(side);
        int levels = 0;
        while (2 * levels < columns.size()
                && Double.isFinite(columns.get(2 * levels)[row])
                && columns.get(2 * levels + 1)[row] > 0) {
            levels++;
        }
        return levels;
    }

    @Override
    public long price(BookSide side, int level) {
        return Math.round(side(side).get(2 * level)[row] * SCALE);
    }

    @Override
    public long size(BookSide side, int level) {
        return Math.round(side(side).get(2 * level + 1)[row] * SCALE);
    }
}
