package io.sextant.matching;

import java.util.Arrays;

/**
 * One side of a book: levels sorted so that the best is at the end, because most changes are near the touch and then shift
 * little. The sorted arrays hold keys (the price, negated for asks, so that the best is always the largest) and the number of
 * the level's record; records do not move, so orders can point to them.
 */
final class PriceLevels {

    private static final int LINEAR_SEARCH = 16;
    private static final int FIRST_CAPACITY = 64;

    private final int sign;

    private long[] keys = new long[FIRST_CAPACITY];
    private int[] order = new int[FIRST_CAPACITY];
    private int size;

    long[] price = new long[FIRST_CAPACITY];
    long[] lots = new long[FIRST_CAPACITY];
    int[] head = new int[FIRST_CAPACITY];
    int[] tail = new int[FIRST_CAPACITY];
    private int[] free = new int[FIRST_CAPACITY];
    private int freeCount;

    PriceLevels(int sign) {
        this.sign = sign;
        clear();
    }

    void clear() {
        size = 0;
        freeCount = 0;
        for (int record = price.length - 1; record >= 0; record--) {
            free[freeCount++] = record;
        }
    }

    int size() {
        return size;
    }

    /** Record of the best level; the side must not be empty. */
    int best() {
        return order[size - 1];
    }

    /** Record of the level {@code depth} places behind the best. */
    int fromBest(int depth) {
        return order[size - 1 - depth];
    }

    /** Whether an order of the other side at {@code limitTicks} would trade with the best level. */
    boolean isReachedBy(long limitTicks) {
        return size > 0 && keys[size - 1] >= limitTicks * sign;
    }

    /** Whether an order of the other side at {@code limitTicks} would trade with the level of this record. */
    boolean isWithin(int record, long limitTicks) {
        return price[record] * sign >= limitTicks * sign;
    }

    /** Record of the level at this price, or {@code -1}. */
    int find(long priceTicks) {
        long key = priceTicks * sign;
        int at = lowerBound(key);
        return at < size && keys[at] == key ? order[at] : -1;
    }

    /** Record of the level at this price, made if it is not there. */
    int findOrAdd(long priceTicks) {
        long key = priceTicks * sign;
        int at = lowerBound(key);
        if (at < size && keys[at] == key) {
            return order[at];
        }
        if (freeCount == 0) {
            grow();
        }
        int record = free[--freeCount];
        System.arraycopy(keys, at, keys, at + 1, size - at);
        System.arraycopy(order, at, order, at + 1, size - at);
        keys[at] = key;
        order[at] = record;
        size++;
        price[record] = priceTicks;
        lots[record] = 0;
        head[record] = -1;
        tail[record] = -1;
        return record;
    }

    void remove(int record) {
        int at = lowerBound(price[record] * sign);
        size--;
        System.arraycopy(keys, at + 1, keys, at, size - at);
        System.arraycopy(order, at + 1, order, at, size - at);
        free[freeCount++] = record;
    }

    /** First index whose key is not below {@code key}. */
    private int lowerBound(long key) {
        int high = size;
        int stop = Math.max(0, size - LINEAR_SEARCH);
        while (high > stop && keys[high - 1] >= key) {
            high--;
        }
        if (high > stop || stop == 0) {
            return high;
        }
        int low = 0;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[middle] >= key) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void grow() {
        int old = price.length;
        int capacity = old * 2;
        keys = Arrays.copyOf(keys, capacity);
        order = Arrays.copyOf(order, capacity);
        price = Arrays.copyOf(price, capacity);
        lots = Arrays.copyOf(lots, capacity);
        head = Arrays.copyOf(head, capacity);
        tail = Arrays.copyOf(tail, capacity);
        free = Arrays.copyOf(free, capacity);
        for (int record = capacity - 1; record >= old; record--) {
            free[freeCount++] = record;
        }
    }
}
