package io.sextant.analytics.orderflow;

import java.util.Arrays;

/** One side as sorted columns, the best at the end: what changes most is moved least. */
final class Ladder {

    private final int sign;
    /** Prices times the side's sign, rising. */
    private long[] keys = new long[64];

    private long[] sizes = new long[64];
    private int[] orders = new int[64];
    private int count;

    Ladder(BookSide side) {
        sign = side.sign();
    }

    int levels() {
        return count;
    }

    long price(int level) {
        return sign * keys[count - 1 - level];
    }

    long size(int level) {
        return sizes[count - 1 - level];
    }

    int orders(int level) {
        return orders[count - 1 - level];
    }

    void add(long price, long size, int orderCount) {
        long key = sign * price;
        int at = find(key);
        if (at < 0) {
            at = -at - 1;
            insert(at, key);
        }
        sizes[at] += size;
        orders[at] += orderCount;
    }

    /** Takes size and orders away; a level with nothing left is gone. Returns what was not there to take. */
    long take(long price, long size, int orderCount) {
        int at = find(sign * price);
        if (at < 0) {
            return size;
        }
        long taken = Math.min(size, sizes[at]);
        sizes[at] -= taken;
        orders[at] = Math.max(0, orders[at] - orderCount);
        if (sizes[at] == 0) {
            remove(at);
        }
        return size - taken;
    }

    /** What waits at a price now; a level with nothing is gone. Returns what waited before. */
    long set(long price, long size, int orderCount) {
        long key = sign * price;
        int at = find(key);
        long before = at < 0 ? 0 : sizes[at];
        if (size == 0) {
            if (at >= 0) {
                remove(at);
            }
            return before;
        }
        if (at < 0) {
            at = -at - 1;
            insert(at, key);
        }
        sizes[at] = size;
        orders[at] = orderCount;
        return before;
    }

    /** What waits at a price, zero where nothing does. */
    long sizeAt(long price) {
        int at = find(sign * price);
        return at < 0 ? 0 : sizes[at];
    }

    /** How many better prices there are than this one. */
    int better(long price) {
        int at = find(sign * price);
        return at < 0 ? count + at + 1 : count - 1 - at;
    }

    void clear() {
        count = 0;
    }

    /** Most changes are near the best, so the search begins there. */
    private int find(long key) {
        int near = Math.max(0, count - 8);
        if (near > 0 && keys[near] > key) {
            return Arrays.binarySearch(keys, 0, near, key);
        }
        for (int i = count - 1; i >= near; i--) {
            if (keys[i] == key) {
                return i;
            }
            if (keys[i] < key) {
                return -i - 2;
            }
        }
        return -near - 1;
    }

    private void insert(int at, long key) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
            orders = Arrays.copyOf(orders, count * 2);
        }
        System.arraycopy(keys, at, keys, at + 1, count - at);
        System.arraycopy(sizes, at, sizes, at + 1, count - at);
        System.arraycopy(orders, at, orders, at + 1, count - at);
        keys[at] = key;
        sizes[at] = 0;
        orders[at] = 0;
        count++;
    }

    private void remove(int at) {
        count--;
        System.arraycopy(keys, at + 1, keys, at, count - at);
        System.arraycopy(sizes, at + 1, sizes, at, count - at);
        System.arraycopy(orders, at + 1, orders, at, count - at);
    }
}
