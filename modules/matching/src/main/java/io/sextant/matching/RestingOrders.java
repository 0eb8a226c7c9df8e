package io.sextant.matching;

import java.util.Arrays;

/** Columns of the orders that rest in one book; places are reused, and the columns grow to the size of the book and no further. */
final class RestingOrders {

    long[] id;
    int[] owner;
    boolean[] isBid;
    long[] lots;
    /** Record of the price level. */
    int[] level;
    /** Neighbours in the queue of the level. */
    int[] ahead;

    int[] behind;
    private int[] free;
    private int freeCount;

    RestingOrders(int capacity) {
        id = new long[capacity];
        owner = new int[capacity];
        isBid = new boolean[capacity];
        lots = new long[capacity];
        level = new int[capacity];
        ahead = new int[capacity];
        behind = new int[capacity];
        free = new int[capacity];
        clear();
    }

    void clear() {
        freeCount = 0;
        for (int slot = id.length - 1; slot >= 0; slot--) {
            free[freeCount++] = slot;
        }
    }

    int take() {
        if (freeCount == 0) {
            grow();
        }
        return free[--freeCount];
    }

    void release(int slot) {
        free[freeCount++] = slot;
    }

    private void grow() {
        int old = id.length;
        int capacity = old * 2;
        id = Arrays.copyOf(id, capacity);
        owner = Arrays.copyOf(owner, capacity);
        isBid = Arrays.copyOf(isBid, capacity);
        lots = Arrays.copyOf(lots, capacity);
        level = Arrays.copyOf(level, capacity);
        ahead = Arrays.copyOf(ahead, capacity);
        behind = Arrays.copyOf(behind, capacity);
        free = Arrays.copyOf(free, capacity);
        for (int slot = capacity - 1; slot >= old; slot--) {
            free[freeCount++] = slot;
        }
    }
}
