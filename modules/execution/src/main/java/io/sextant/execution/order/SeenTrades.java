package io.sextant.execution.order;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Which executions were booked, by order and the venue's trade number, so that a repeated report is recognised for as long as
 * its order is remembered. Open addressing; the entries of one order are chained so that they leave together.
 */
final class SeenTrades {

    private static final int NONE = OrderSlot.NONE;

    private long[] orderIds;
    private long[] tradeIds;
    /** The next entry of the same order, in the free line the next free one. */
    private int[] nextOfOrder;

    private int[] table;
    private int freeHead = NONE;
    private int used;

    SeenTrades(int firstCapacity) {
        orderIds = new long[firstCapacity];
        tradeIds = new long[firstCapacity];
        nextOfOrder = new int[firstCapacity];
        table = emptyTable(firstCapacity);
    }

    private static int[] emptyTable(int capacity) {
        int[] fresh = new int[Integer.highestOneBit(Math.max(2, capacity)) * 4];
        Arrays.fill(fresh, NONE);
        return fresh;
    }

    /** False when this execution was seen before. */
    boolean add(OrderSlot slot, long tradeId) {
        int mask = table.length - 1;
        int at = hash(slot.orderId, tradeId) & mask;
        while (table[at] != NONE) {
            int entry = table[at];
            if (orderIds[entry] == slot.orderId && tradeIds[entry] == tradeId) {
                return false;
            }
            at = (at + 1) & mask;
        }
        int entry = takeFree();
        orderIds[entry] = slot.orderId;
        tradeIds[entry] = tradeId;
        nextOfOrder[entry] = slot.seenTrades;
        slot.seenTrades = entry;
        place(entry);
        return true;
    }

    /** Forgets all executions of an order. */
    void forget(OrderSlot slot) {
        int entry = slot.seenTrades;
        while (entry != NONE) {
            int next = nextOfOrder[entry];
            removeFromTable(entry);
            nextOfOrder[entry] = freeHead;
            freeHead = entry;
            entry = next;
        }
        slot.seenTrades = NONE;
    }

    private int takeFree() {
        if (freeHead != NONE) {
            int entry = freeHead;
            freeHead = nextOfOrder[entry];
            return entry;
        }
        if (used == orderIds.length) {
            grow();
        }
        return used++;
    }

    private void grow() {
        int capacity = used * 2;
        orderIds = Arrays.copyOf(orderIds, capacity);
        tradeIds = Arrays.copyOf(tradeIds, capacity);
        nextOfOrder = Arrays.copyOf(nextOfOrder, capacity);
        table = emptyTable(capacity);
        for (int entry = 0; entry < used; entry++) {
            place(entry);
        }
    }

    private void place(int entry) {
        int mask = table.length - 1;
        int at = hash(orderIds[entry], tradeIds[entry]) & mask;
        while (table[at] != NONE) {
            at = (at + 1) & mask;
        }
        table[at] = entry;
    }

    /** Moves later entries of the same run back, so that no search ends at the hole (Knuth, 6.4, algorithm R). */
    private void removeFromTable(int entry) {
        int mask = table.length - 1;
        int hole = hash(orderIds[entry], tradeIds[entry]) & mask;
        while (table[hole] != entry) {
            hole = (hole + 1) & mask;
        }
        int at = hole;
        while (true) {
            at = (at + 1) & mask;
            int candidate = table[at];
            if (candidate == NONE) {
                break;
            }
            int home = hash(orderIds[candidate], tradeIds[candidate]) & mask;
            if (((at - home) & mask) >= ((at - hole) & mask)) {
                table[hole] = candidate;
                hole = at;
            }
        }
        table[hole] = NONE;
    }

    private static int hash(long orderId, long tradeId) {
        long mixed = (orderId * 0x9E3779B97F4A7C15L) ^ (tradeId * 0xBF58476D1CE4E5B9L);
        return (int) ((mixed ^ (mixed >>> 29)) >>> 3);
    }

    /** The numbers of an order's executions. */
    Set<Long> of(OrderSlot slot) {
        Set<Long> numbers = new HashSet<>();
        for (int entry = slot.seenTrades; entry != NONE; entry = nextOfOrder[entry]) {
            numbers.add(tradeIds[entry]);
        }
        return numbers;
    }

    void clear() {
        Arrays.fill(table, NONE);
        freeHead = NONE;
        used = 0;
    }

    void save(StateWriter out, OrderSlot slot) {
        int count = 0;
        for (int entry = slot.seenTrades; entry != NONE; entry = nextOfOrder[entry]) {
            count++;
        }
        out.putInt(count);
        for (int entry = slot.seenTrades; entry != NONE; entry = nextOfOrder[entry]) {
            out.putLong(tradeIds[entry]);
        }
    }

    /** Chains come back in the order in which they were, so a loaded state saves to the same words. */
    void load(StateReader in, OrderSlot slot) {
        long[] newestFirst = in.getLongs();
        slot.seenTrades = NONE;
        for (int i = newestFirst.length - 1; i >= 0; i--) {
            add(slot, newestFirst[i]);
        }
    }
}
