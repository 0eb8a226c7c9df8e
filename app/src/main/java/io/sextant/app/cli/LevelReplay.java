package io.sextant.app.cli;

import io.sextant.analytics.orderflow.BookSide;
import io.sextant.analytics.orderflow.Depth;
import io.sextant.analytics.orderflow.DepthSequence;
import io.sextant.analytics.orderflow.LevelBook;
import io.sextant.marketdata.file.NumberTable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Changes of levels: what waits at a price from now on, in rows of side, price and quantity. Rows of one number of updates, or of one time, are one
 * change. A snapshot is told by {@code update_type} snap or by {@code is_snapshot}, or lies in a file of its own.
 */
final class LevelReplay extends BookReplay {

    private static final int SCALE = 100_000_000;
    private static final String[] QUANTITIES = {"qty", "quantity", "amount", "size"};

    private final LevelBook levels = new LevelBook();
    private final DepthSequence sequence = new DepthSequence();
    private final Rows changes;
    private boolean known;
    private boolean inSnapshot;
    private boolean skipping;
    private long snapshotRows;
    private long setRows;
    private long oldRows;
    private long gaps;
    private long crossed;

    LevelReplay(NumberTable table, @Nullable NumberTable snapshot) {
        super("levels", SCALE, SCALE, table.rows());
        changes = new Rows(table);
        if (snapshot != null) {
            Rows first = new Rows(snapshot);
            for (int row = 0; row < snapshot.rows(); row++) {
                first.set(levels, row);
                snapshotRows++;
            }
            begin(first.lastUpdate(snapshot.rows() - 1));
        }
    }

    static boolean isIn(NumberTable table) {
        return table.has("side") && table.has("price") && !table.has("order_id") && quantity(table) != null;
    }

    private static @Nullable String quantity(NumberTable table) {
        for (String name : QUANTITIES) {
            if (table.has(name)) {
                return name;
            }
        }
        return null;
    }

    private void begin(double lastUpdate) {
        known = true;
        if (Double.isFinite(lastUpdate)) {
            sequence.snapshot((long) lastUpdate);
        }
    }

    @Override
    void take(int row) {
        if (changes.isSnapshot(row)) {
            if (!inSnapshot) {
                levels.clear();
            }
            inSnapshot = true;
            snapshotRows++;
            changes.set(levels, row);
            begin(changes.lastUpdate(row));
            return;
        }
        inSnapshot = false;
        if (row == 0 || !changes.together(row - 1, row)) {
            skipping = !joins(row);
        }
        if (skipping) {
            oldRows++;
            return;
        }
        setRows++;
        changes.set(levels, row);
    }

    /** Whether the change is new; a gap before it is counted, and the change is as good as anything that is known then. */
    private boolean joins(int row) {
        double last = changes.lastUpdate(row);
        if (!Double.isFinite(last)) {
            return true;
        }
        double first = changes.firstUpdate(row);
        if (!known) {
            begin(first - 1);
        }
        double before = changes.updateBefore(row);
        return switch (sequence.next(
                (long) first,
                (long) last,
                Double.isFinite(before) && before >= 0 ? (long) before : DepthSequence.UNNAMED)) {
            case APPLY -> true;
            case OLD -> false;
            case GAP -> {
                gaps++;
                yield true;
            }
        };
    }

    @Override
    boolean isWhole(int row) {
        boolean whole = row + 1 == changes.count() || !changes.together(row, row + 1);
        if (whole && levels.isCrossed()) {
            crossed++;
        }
        return whole;
    }

    @Override
    Depth depth() {
        return levels;
    }

    @Override
    OptionalInt orders() {
        return OptionalInt.empty();
    }

    @Override
    Map<String, Object> counts() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("snapshotRows", snapshotRows);
        map.put("changedRows", setRows);
        map.put("oldRows", oldRows);
        map.put("gaps", gaps);
        map.put("crossedBooks", crossed);
        return map;
    }

    /** The columns of one file. */
    private static final class Rows {

        private final String[] sides;
        private final double[] prices;
        private final double[] quantities;
        private final String @Nullable [] kinds;
        private final double @Nullable [] firsts;
        private final double @Nullable [] lasts;
        private final double @Nullable [] befores;
        private final double @Nullable [] times;

        Rows(NumberTable table) {
            String quantity = quantity(table);
            if (quantity == null) {
                throw new RefusedByRule("A snapshot has columns side, price and qty.");
            }
            sides = table.texts("side");
            prices = table.numbers("price");
            quantities = table.numbers(quantity);
            kinds = table.has("update_type")
                    ? table.texts("update_type")
                    : table.has("is_snapshot") ? table.texts("is_snapshot") : null;
            firsts = column(table, "first_update_id");
            lasts = column(table, "last_update_id");
            befores = column(table, "pu");
            times = column(table, "timestamp");
        }

        private static double @Nullable [] column(NumberTable table, String name) {
            return table.has(name) ? table.numbers(name) : null;
        }

        int count() {
            return sides.length;
        }

        boolean isSnapshot(int row) {
            if (kinds == null) {
                return false;
            }
            String kind = kinds[row].toLowerCase(Locale.ROOT);
            return kind.equals("snap") || kind.equals("snapshot") || kind.equals("true");
        }

        double lastUpdate(int row) {
            return lasts == null ? Double.NaN : lasts[row];
        }

        double firstUpdate(int row) {
            return firsts == null ? lastUpdate(row) : firsts[row];
        }

        double updateBefore(int row) {
            return befores == null ? Double.NaN : befores[row];
        }

        boolean together(int row, int other) {
            if (isSnapshot(row) != isSnapshot(other)) {
                return false;
            }
            double[] by = lasts == null ? times : lasts;
            return by != null && by[row] == by[other];
        }

        void set(LevelBook book, int row) {
            long quantity = Math.round(need(quantities, row, "quantity") * SCALE);
            if (quantity < 0) {
                throw torn(row, "has a negative quantity");
            }
            book.set(side(row), Math.round(need(prices, row, "price") * SCALE), quantity);
        }

        private BookSide side(int row) {
            return switch (sides[row].toLowerCase(Locale.ROOT)) {
                case "b", "bid", "bids", "buy" -> BookSide.BID;
                case "a", "ask", "asks", "sell", "s" -> BookSide.ASK;
                default -> throw torn(row, "has the side \"" + sides[row] + "\"");
            };
        }
    }
}
