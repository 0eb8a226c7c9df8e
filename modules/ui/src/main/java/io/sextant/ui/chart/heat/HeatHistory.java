package io.sextant.ui.chart.heat;

import java.util.Arrays;

/**
 * The newest slices of a book's depth, one a stretch of market time. A slice holds the depth as it last stood in its stretch and what
 * was traded in it. A stretch in which nothing came has no slice: a hole stays a hole in the picture.
 */
public final class HeatHistory {

    /** Levels of each side. */
    public static final int LEVELS = 10;

    private final int capacity;
    private final long sliceNanos;
    private final long[] number;
    private final double[][] prices;
    private final double[][] quantities;
    private final int[] bids;
    private final int[] asks;
    private final double[] bought;
    private final double[] sold;
    private final double[] tradedValue;
    private int first;
    private int size;

    public HeatHistory(int capacity, long sliceNanos) {
        this.capacity = capacity;
        this.sliceNanos = sliceNanos;
        number = new long[capacity];
        prices = new double[capacity][2 * LEVELS];
        quantities = new double[capacity][2 * LEVELS];
        bids = new int[capacity];
        asks = new int[capacity];
        bought = new double[capacity];
        sold = new double[capacity];
        tradedValue = new double[capacity];
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public long sliceNanos() {
        return sliceNanos;
    }

    /** The slice for {@code timeNanos}, made when it is new; time that goes back stays in the newest one. */
    public void turnTo(long timeNanos) {
        long wanted = Math.floorDiv(timeNanos, sliceNanos);
        if (size > 0 && wanted <= number[slot(size - 1)]) {
            return;
        }
        if (size == capacity) {
            first = (first + 1) % capacity;
        } else {
            size++;
        }
        int slot = slot(size - 1);
        number[slot] = wanted;
        bids[slot] = 0;
        asks[slot] = 0;
        bought[slot] = 0;
        sold[slot] = 0;
        tradedValue[slot] = 0;
        Arrays.fill(quantities[slot], 0);
    }

    /** Begins the newest slice's depth anew. */
    public void clearDepth() {
        int slot = slot(size - 1);
        bids[slot] = 0;
        asks[slot] = 0;
    }

    /** Adds a level to the newest slice, best first on each side. */
    public void addLevel(boolean bid, double price, double quantity) {
        int slot = slot(size - 1);
        int level = bid ? bids[slot]++ : LEVELS + asks[slot]++;
        prices[slot][level] = price;
        quantities[slot][level] = quantity;
    }

    public void addTrade(boolean buy, double price, double quantity) {
        int slot = slot(size - 1);
        if (buy) {
            bought[slot] += quantity;
        } else {
            sold[slot] += quantity;
        }
        tradedValue[slot] += price * quantity;
    }

    /** Slices are counted from the oldest, 0, to {@code size() - 1}. Numbers rise by one a stretch and skip holes. */
    public long number(int slice) {
        return number[slot(slice)];
    }

    public long startNanos(int slice) {
        return number(slice) * sliceNanos;
    }

    public int levels(int slice, boolean bid) {
        return bid ? bids[slot(slice)] : asks[slot(slice)];
    }

    public double price(int slice, boolean bid, int level) {
        return prices[slot(slice)][bid ? level : LEVELS + level];
    }

    public double quantity(int slice, boolean bid, int level) {
        return quantities[slot(slice)][bid ? level : LEVELS + level];
    }

    public double bought(int slice) {
        return bought[slot(slice)];
    }

    public double sold(int slice) {
        return sold[slot(slice)];
    }

    /** Mean price of what was traded, NaN where nothing was. */
    public double tradedPrice(int slice) {
        double traded = bought(slice) + sold(slice);
        return traded > 0 ? tradedValue[slot(slice)] / traded : Double.NaN;
    }

    /** The newest slice whose number is not above {@code wanted}; -1 when all are newer. */
    public int indexAtOrBefore(long wanted) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (number(middle) <= wanted) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private int slot(int slice) {
        return (first + slice) % capacity;
    }
}
