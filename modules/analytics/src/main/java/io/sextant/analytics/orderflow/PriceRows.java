package io.sextant.analytics.orderflow;

import java.util.Arrays;

/** What takers bought and sold by row of prices, in sorted columns: only rows where something traded take room. */
public final class PriceRows {

    private final long rowTicks;
    private long[] rows = new long[64];
    private double[] bought = new double[64];
    private double[] sold = new double[64];
    private int count;

    /** @param rowTicks how many units of the price make a row; row r holds prices from r x rowTicks on */
    public PriceRows(long rowTicks) {
        if (rowTicks < 1) {
            throw new IllegalArgumentException("a row is at least one unit of the price high: " + rowTicks);
        }
        this.rowTicks = rowTicks;
    }

    /** A trade whose taker nobody knows counts half for each. */
    public void add(int sign, long price, double quantity) {
        int at = place(Math.floorDiv(price, rowTicks));
        if (sign >= 0) {
            bought[at] += sign == 0 ? quantity / 2 : quantity;
        }
        if (sign <= 0) {
            sold[at] += sign == 0 ? quantity / 2 : quantity;
        }
    }

    private int place(long row) {
        int at = Arrays.binarySearch(rows, 0, count, row);
        if (at >= 0) {
            return at;
        }
        int to = -at - 1;
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count * 2);
            bought = Arrays.copyOf(bought, count * 2);
            sold = Arrays.copyOf(sold, count * 2);
        }
        System.arraycopy(rows, to, rows, to + 1, count - to);
        System.arraycopy(bought, to, bought, to + 1, count - to);
        System.arraycopy(sold, to, sold, to + 1, count - to);
        rows[to] = row;
        bought[to] = 0;
        sold[to] = 0;
        count++;
        return to;
    }

    public void clear() {
        count = 0;
    }

    /** How many rows have a trade, the lowest first. */
    public int count() {
        return count;
    }

    /** The lowest price of a row. */
    public long price(int at) {
        return rows[at] * rowTicks;
    }

    public double bought(int at) {
        return bought[at];
    }

    public double sold(int at) {
        return sold[at];
    }

    public double volume(int at) {
        return bought[at] + sold[at];
    }

    public double total() {
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += volume(i);
        }
        return total;
    }

    /** Place of the row with the most volume, the lowest of equals; -1 without a trade. */
    public int pointOfControl() {
        int best = -1;
        for (int i = 0; i < count; i++) {
            if (best < 0 || volume(i) > volume(best)) {
                best = i;
            }
        }
        return best;
    }

    /** Whether the row at this place lies directly above the one before it. */
    boolean joins(int at) {
        return at > 0 && rows[at] == rows[at - 1] + 1;
    }

    PriceRows copy() {
        PriceRows copy = new PriceRows(rowTicks);
        copy.rows = Arrays.copyOf(rows, Math.max(1, count));
        copy.bought = Arrays.copyOf(bought, Math.max(1, count));
        copy.sold = Arrays.copyOf(sold, Math.max(1, count));
        copy.count = count;
        return copy;
    }
}
