package io.sextant.analytics.orderflow;

import java.util.Arrays;

/** Orders by their number: open addressing over columns, so that no order is an object. Numbers may be any but {@link Long#MIN_VALUE}. */
final class OrderTable {

    private static final long FREE = Long.MIN_VALUE;

    private long[] ids;
    private long[] prices;
    private long[] sizes;
    private boolean[] bids;
    private int count;

    OrderTable() {
        allocate(1 << 12);
    }

    private void allocate(int capacity) {
        ids = new long[capacity];
        Arrays.fill(ids, FREE);
        prices = new long[capacity];
        sizes = new long[capacity];
        bids = new boolean[capacity];
    }

    int count() {
        return count;
    }

    /** The place of an order, or -1. */
    int find(long id) {
        int mask = ids.length - 1;
        for (int at = home(id); ; at = at + 1 & mask) {
            if (ids[at] == id) {
                return at;
            }
            if (ids[at] == FREE) {
                return -1;
            }
        }
    }

    void put(long id, boolean bid, long price, long size) {
        if (count * 2 >= ids.length) {
            grow();
        }
        int mask = ids.length - 1;
        int at = home(id);
        while (ids[at] != FREE) {
            at = at + 1 & mask;
        }
        ids[at] = id;
        bids[at] = bid;
        prices[at] = price;
        sizes[at] = size;
        count++;
    }

    long price(int at) {
        return prices[at];
    }

    long size(int at) {
        return sizes[at];
    }

    void size(int at, long size) {
        sizes[at] = size;
    }

    BookSide side(int at) {
        return bids[at] ? BookSide.BID : BookSide.ASK;
    }

    /** Closes the gap behind it, so that no marks of the dead remain (Knuth, volume 3, 6.4, algorithm R). */
    void remove(int place) {
        int mask = ids.length - 1;
        int gap = place;
        int at = place;
        while (true) {
            at = at + 1 & mask;
            if (ids[at] == FREE) {
                break;
            }
            int home = home(ids[at]);
            boolean stays = gap <= at ? gap < home && home <= at : gap < home || home <= at;
            if (!stays) {
                ids[gap] = ids[at];
                prices[gap] = prices[at];
                sizes[gap] = sizes[at];
                bids[gap] = bids[at];
                gap = at;
            }
        }
        ids[gap] = FREE;
        count--;
    }

    void clear() {
        Arrays.fill(ids, FREE);
        count = 0;
    }

    private void grow() {
        long[] oldIds = ids;
        long[] oldPrices = prices;
        long[] oldSizes = sizes;
        boolean[] oldBids = bids;
        allocate(oldIds.length * 2);
        count = 0;
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] != FREE) {
                put(oldIds[i], oldBids[i], oldPrices[i], oldSizes[i]);
            }
        }
    }

    private int home(long id) {
        long mixed = id * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & ids.length - 1;
    }
}
