package io.sextant.domain.position;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.money.Decimals;

/**
 * What each part of an open position cost, oldest first, one entry a fill that opened. Units are counted without sign, costs
 * with it. As many entries as opening fills are still partly open; nothing bounds them but memory, since to merge two would
 * change which cost leaves first.
 */
final class CostLots {

    private static final int FIRST_CAPACITY = 16;

    private long[] units = new long[FIRST_CAPACITY];
    private long[] costs = new long[FIRST_CAPACITY];
    private int head;
    private int end;

    void add(long openedUnits, long cost) {
        if (end == units.length) {
            makeRoom();
        }
        units[end] = openedUnits;
        costs[end] = cost;
        end++;
    }

    private void makeRoom() {
        int count = end - head;
        int capacity = count > units.length / 2 ? units.length * 2 : units.length;
        long[] newUnits = new long[capacity];
        long[] newCosts = new long[capacity];
        System.arraycopy(units, head, newUnits, 0, count);
        System.arraycopy(costs, head, newCosts, 0, count);
        units = newUnits;
        costs = newCosts;
        head = 0;
        end = count;
    }

    /** What the oldest units cost; changes nothing. */
    long costOfOldest(long closedUnits) {
        long left = closedUnits;
        long cost = 0;
        for (int i = head; left > 0; i++) {
            cost = Math.addExact(cost, costOfPart(i, Math.min(left, units[i])));
            left -= Math.min(left, units[i]);
        }
        return cost;
    }

    void removeOldest(long closedUnits) {
        long left = closedUnits;
        while (left > 0) {
            long part = Math.min(left, units[head]);
            costs[head] -= costOfPart(head, part);
            units[head] -= part;
            left -= part;
            if (units[head] == 0) {
                head++;
            }
        }
        if (head == end) {
            clear();
        }
    }

    private long costOfPart(int index, long part) {
        return Decimals.multiplyDivideFloor(costs[index], part, units[index]);
    }

    void clear() {
        head = 0;
        end = 0;
    }

    void save(StateWriter out) {
        out.putInt(end - head);
        for (int i = head; i < end; i++) {
            out.putLong(units[i]);
            out.putLong(costs[i]);
        }
    }

    void load(StateReader in, long expectedUnits, long expectedCost) {
        int count = in.getCount();
        long[] newUnits = new long[Math.max(count, FIRST_CAPACITY)];
        long[] newCosts = new long[newUnits.length];
        long sumOfUnits = 0;
        long sumOfCosts = 0;
        for (int i = 0; i < count; i++) {
            newUnits[i] = in.getLong();
            newCosts[i] = in.getLong();
            sumOfUnits += newUnits[i];
            sumOfCosts += newCosts[i];
            if (newUnits[i] <= 0) {
                throw new IllegalStateException("a part of a position has " + newUnits[i] + " units");
            }
        }
        if (sumOfUnits != expectedUnits || sumOfCosts != expectedCost) {
            throw new IllegalStateException("the parts of a position do not add up to " + expectedUnits
                    + " units at a cost of " + expectedCost);
        }
        units = newUnits;
        costs = newCosts;
        head = 0;
        end = count;
    }
}
