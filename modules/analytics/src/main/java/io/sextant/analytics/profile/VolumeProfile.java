package io.sextant.analytics.profile;

import io.sextant.domain.market.BarSeries;
import java.util.Objects;

/**
 * Volume by price over a stretch of bars. A bar does not say at which of its prices it traded, so its volume is spread evenly
 * from its low to its high; with bars of one trade the profile is exact.
 *
 * @param lowest lower edge of the first row
 * @param rowHeight height of every row in price
 */
public record VolumeProfile(double lowest, double rowHeight, double[] volumes) {

    /** The share of the volume that the value area holds; 70 % by Steidlmayer's Market Profile. */
    private static final double VALUE_SHARE = 0.70;

    private static final VolumeProfile NOTHING = new VolumeProfile(0, 1, new double[0]);

    /** The rows {@code [from, to)} of the value area. */
    public record Rows(int from, int to) {}

    /** The profile of the bars {@code [from, to)} in {@code rows} rows; without rows where there is nothing to see. */
    public static VolumeProfile of(BarSeries bars, int from, int to, int rows) {
        Objects.checkFromToIndex(from, to, bars.size());
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            low = Math.min(low, bars.low()[i]);
            high = Math.max(high, bars.high()[i]);
        }
        if (from == to) {
            return NOTHING;
        }
        double height = high > low ? (high - low) / rows : Math.max(Math.abs(low), 1) * 1e-9;
        double[] volumes = new double[rows];
        for (int i = from; i < to; i++) {
            spread(volumes, (bars.low()[i] - low) / height, (bars.high()[i] - low) / height, bars.volume()[i]);
        }
        return new VolumeProfile(low, height, volumes);
    }

    /** Adds {@code volume} evenly between two places counted in rows. */
    private static void spread(double[] volumes, double bottom, double top, double volume) {
        int last = volumes.length - 1;
        int first = Math.min(last, (int) bottom);
        int end = Math.min(last, (int) top);
        if (first == end) {
            volumes[first] += volume;
            return;
        }
        double perRow = volume / (top - bottom);
        volumes[first] += perRow * (first + 1 - bottom);
        for (int row = first + 1; row < end; row++) {
            volumes[row] += perRow;
        }
        volumes[end] += perRow * (top - end);
    }

    public boolean isEmpty() {
        return volumes.length == 0;
    }

    public double total() {
        double total = 0;
        for (double volume : volumes) {
            total += volume;
        }
        return total;
    }

    /** The row with the most volume, the lowest of equals. */
    public int pointOfControl() {
        int best = 0;
        for (int row = 1; row < volumes.length; row++) {
            if (volumes[row] > volumes[best]) {
                best = row;
            }
        }
        return best;
    }

    /** From the point of control outwards, the heavier neighbour first, until the rows hold 70 % of the volume. */
    public Rows valueArea() {
        if (isEmpty()) {
            return new Rows(0, 0);
        }
        int from = pointOfControl();
        int to = from + 1;
        double held = volumes[from];
        double wanted = VALUE_SHARE * total();
        while (held < wanted && (from > 0 || to < volumes.length)) {
            double below = from > 0 ? volumes[from - 1] : -1;
            double above = to < volumes.length ? volumes[to] : -1;
            if (above >= below) {
                held += above;
                to++;
            } else {
                held += below;
                from--;
            }
        }
        return new Rows(from, to);
    }

    /** The price in the middle of a row. */
    public double price(int row) {
        return lowest + (row + 0.5) * rowHeight;
    }
}
