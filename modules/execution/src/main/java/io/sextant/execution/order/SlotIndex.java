package io.sextant.execution.order;

import java.util.Arrays;

/** Finds a slot by order number: open addressing over primitives, never more than half full. */
final class SlotIndex {

    private final long[] keys;
    private final int[] slots;
    private final int mask;

    SlotIndex(int maxEntries) {
        int size = Integer.highestOneBit(Math.max(2, maxEntries)) * 4;
        keys = new long[size];
        slots = new int[size];
        mask = size - 1;
        Arrays.fill(slots, OrderSlot.NONE);
    }

    int find(long orderId) {
        int at = home(orderId);
        while (slots[at] != OrderSlot.NONE) {
            if (keys[at] == orderId) {
                return slots[at];
            }
            at = (at + 1) & mask;
        }
        return OrderSlot.NONE;
    }

    void put(long orderId, int slot) {
        int at = home(orderId);
        while (slots[at] != OrderSlot.NONE) {
            at = (at + 1) & mask;
        }
        keys[at] = orderId;
        slots[at] = slot;
    }

    /** Moves later entries of the same run back, so that no search ends at the hole (Knuth, 6.4, algorithm R). */
    void remove(long orderId) {
        int hole = home(orderId);
        while (slots[hole] != OrderSlot.NONE && keys[hole] != orderId) {
            hole = (hole + 1) & mask;
        }
        if (slots[hole] == OrderSlot.NONE) {
            return;
        }
        int at = hole;
        while (true) {
            at = (at + 1) & mask;
            if (slots[at] == OrderSlot.NONE) {
                break;
            }
            if (((at - home(keys[at])) & mask) >= ((at - hole) & mask)) {
                keys[hole] = keys[at];
                slots[hole] = slots[at];
                hole = at;
            }
        }
        slots[hole] = OrderSlot.NONE;
    }

    void clear() {
        Arrays.fill(slots, OrderSlot.NONE);
    }

    private int home(long orderId) {
        long mixed = orderId * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}
