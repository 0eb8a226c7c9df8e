package io.sextant.analytics.orderflow;

/** A bar seen from inside: what takers bought and sold at each of its rows. Prices are whole numbers of the instrument's unit. */
public record FootprintBar(
        long openNanos, long closeNanos, long open, long high, long low, long close, long trades, PriceRows rows) {

    /** Bought less sold. */
    public double delta() {
        double delta = 0;
        for (int i = 0; i < rows.count(); i++) {
            delta += rows.bought(i) - rows.sold(i);
        }
        return delta;
    }

    public double volume() {
        return rows.total();
    }

    /**
     * Imbalanced rows: what was bought at a row is {@code ratio} times what was sold one row below, counted up, or what was sold is
     * {@code ratio} times what was bought one row above, counted down. Both sides of one deal meet a row apart, so rows are compared aslant.
     */
    public int imbalances(double ratio) {
        int count = 0;
        for (int i = 1; i < rows.count(); i++) {
            if (!rows.joins(i)) {
                continue;
            }
            double up = rows.bought(i);
            double down = rows.sold(i - 1);
            if (up > 0 && up >= ratio * down) {
                count++;
            } else if (down > 0 && down >= ratio * up) {
                count--;
            }
        }
        return count;
    }
}
