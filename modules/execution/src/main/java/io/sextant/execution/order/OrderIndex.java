package io.sextant.execution.order;

import java.util.Arrays;

/** Finds a place by order number: open addressing over primitives, never more than half full, sized once. */
public final class OrderIndex {

    public static final int NONE = -1;

    private final long[] keys;
    private final int[] slots;
    private final int mask;

    public OrderIndex(int maxEntries) {
        int size = Integer.highestOneBit(Math.max(2, maxEntries)) * 4;
        keys = new long[size];
        slots = new int[size];
        mask = size - 1;
        Arrays.fill(slots, NONE);
    }

    /** The place, or {@link #NONE}. */
    public int find(long orderId) {
        int at = home(orderId);
        while (slots[at] != NONE) {
            if (keys[at] == orderId) {
                return slots[at];
            }
            at = (at + 1) & mask;
        }
        return NONE;
    }

    /** The number must not be here yet. */
    public void put(long orderId, int slot) {
        int at = home(orderId);
        while (slots[at] != NONE) {
            at = (at + 1) & mask;
        }
        keys[at] = orderId;
        slots[at] = slot;
    }

    /** Moves later entries of the same run back, so that no search ends at the hole (Knuth, 6.4, algorithm R). */
    public void remove(long orderId) {
        int hole = home(orderId);
        while (slots[hole] != NONE && keys[hole] != orderId) {
            hole = (hole + 1) & mask;
        }
        if (slots[hole] == NONE) {
            return;
        }
        int at = hole;
        while (true) {
            at = (at + 1) & mask;
            if (slots[at] == NONE) {
                break;
            }
            if (((at - home(keys[at])) & mask) >= ((at - hole) & mask)) {
                keys[hole] = keys[at];
                slots[hole] = slots[at];
                hole = at;
            }
        }
        slots[hole] = NONE;
    }

    public void clear() {
        Arrays.fill(slots, NONE);
    }

    private int home(long orderId) {
        long mixed = orderId * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}
