package io.sextant.matching;

import java.util.Arrays;

/**
 * Order number to slot: open addressing with linear probing, at most half full. Deletion shifts the rest of the probe chain
 * back instead of leaving tombstones, so the table does not decay however many orders pass through. Slots are not negative.
 */
public final class OrderSlots {

    /** Answer for a number that is not here. */
    public static final int NONE = -1;

    private long[] keys;
    private int[] slots;
    private int mask;
    private int size;

    public OrderSlots(int expected) {
        int capacity = Integer.highestOneBit(Math.max(expected, 8) * 2 - 1) * 2;
        allocate(capacity);
    }

    private void allocate(int capacity) {
        keys = new long[capacity];
        slots = new int[capacity];
        Arrays.fill(slots, NONE);
        mask = capacity - 1;
    }

    public int size() {
        return size;
    }

    public int find(long key) {
        int at = home(key);
        while (slots[at] != NONE) {
            if (keys[at] == key) {
                return slots[at];
            }
            at = (at + 1) & mask;
        }
        return NONE;
    }

    /** The key must not be there yet. */
    public void put(long key, int slot) {
        if ((size + 1) * 2 > keys.length) {
            grow();
        }
        insert(key, slot);
        size++;
    }

    private void insert(long key, int slot) {
        int at = home(key);
        while (slots[at] != NONE) {
            at = (at + 1) & mask;
        }
        keys[at] = key;
        slots[at] = slot;
    }

    /** The key must be there. */
    public void remove(long key) {
        int hole = home(key);
        while (keys[hole] != key || slots[hole] == NONE) {
            hole = (hole + 1) & mask;
        }
        int at = hole;
        while (true) {
            at = (at + 1) & mask;
            if (slots[at] == NONE) {
                break;
            }
            int probeLength = (at - home(keys[at])) & mask;
            if (probeLength >= ((at - hole) & mask)) {
                keys[hole] = keys[at];
                slots[hole] = slots[at];
                hole = at;
            }
        }
        slots[hole] = NONE;
        size--;
    }

    public void clear() {
        Arrays.fill(slots, NONE);
        size = 0;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldSlots = slots;
        allocate(oldKeys.length * 2);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldSlots[i] != NONE) {
                insert(oldKeys[i], oldSlots[i]);
            }
        }
    }

    /** Fibonacci hashing: order numbers are consecutive, and the high bits of the product spread them. */
    private int home(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    }
}
