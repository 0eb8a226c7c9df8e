package io.sextant.execution.order;

import java.util.Arrays;
import java.util.function.Consumer;

/** The orders that wait for a price, by instrument, in the order of opening. A trade costs one look at each that waits there. */
final class Triggers {

    private static final int FIRST_CAPACITY = 8;

    private final OrderSlot[][] waiting;
    private final int[] counts;

    Triggers(int instruments) {
        waiting = new OrderSlot[instruments][];
        counts = new int[instruments];
    }

    void add(OrderSlot slot) {
        int instrument = slot.instrument;
        OrderSlot[] there = waiting[instrument];
        if (there == null) {
            there = new OrderSlot[FIRST_CAPACITY];
        } else if (there.length == counts[instrument]) {
            there = Arrays.copyOf(there, there.length * 2);
        }
        there[counts[instrument]++] = slot;
        waiting[instrument] = there;
    }

    void remove(OrderSlot slot) {
        OrderSlot[] there = waiting[slot.instrument];
        int count = counts[slot.instrument];
        int at = 0;
        while (at < count && there[at] != slot) {
            at++;
        }
        if (at == count) {
            throw new IllegalStateException("order #" + slot.orderId + " does not wait");
        }
        System.arraycopy(there, at + 1, there, at, count - at - 1);
        counts[slot.instrument]--;
    }

    /** Moves what trails, then hands on each order that the price reached; {@code reached} may end or release that one. */
    void trade(int instrument, long priceTicks, Consumer<OrderSlot> reached) {
        int at = 0;
        while (at < counts[instrument]) {
            OrderSlot slot = waiting[instrument][at];
            slot.trigger.follow(slot.side, priceTicks);
            if (slot.trigger.isReachedBy(slot.side, priceTicks)) {
                reached.accept(slot);
            }
            // Whoever was handed on is gone from here, and the next one stands in its place.
            if (at < counts[instrument] && waiting[instrument][at] == slot) {
                at++;
            }
        }
    }

    void clear() {
        Arrays.fill(counts, 0);
    }
}
