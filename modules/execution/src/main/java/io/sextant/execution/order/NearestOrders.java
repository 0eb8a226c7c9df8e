package io.sextant.execution.order;

import io.sextant.domain.market.Side;
import java.util.Arrays;

/**
 * Which of our own resting prices another of our orders would meet first, by instrument and side; looked for again only when
 * the nearest one went.
 */
final class NearestOrders {

    private final long[] ticks;
    private final boolean[] known;

    NearestOrders(int instruments) {
        ticks = new long[2 * instruments];
        known = new boolean[2 * instruments];
    }

    /** An order came with the terms it has ({@code sign} 1), or went. */
    void count(OrderSlot slot, int sign) {
        int at = at(slot.instrument, slot.side);
        long own = slot.meetableTicks();
        if (!known[at] || own == 0) {
            return;
        }
        if (sign < 0) {
            known[at] = own != ticks[at];
        } else if (isNearer(slot.side, own, ticks[at])) {
            ticks[at] = own;
        }
    }

    private static boolean isNearer(Side side, long own, long nearest) {
        return nearest == 0 || (side == Side.SELL ? own < nearest : own > nearest);
    }

    void clear() {
        Arrays.fill(known, false);
    }

    /** Zero where none rests. */
    long ticks(int instrument, Side side, SlotPool pool) {
        int at = at(instrument, side);
        if (!known[at]) {
            ticks[at] = search(instrument, side, pool);
            known[at] = true;
        }
        return ticks[at];
    }

    private static long search(int instrument, Side side, SlotPool pool) {
        long nearest = 0;
        for (OrderSlot slot = pool.firstWorking(); slot != null; slot = pool.after(slot)) {
            if (slot.instrument == instrument && slot.side == side) {
                long own = slot.meetableTicks();
                nearest = own > 0 && isNearer(side, own, nearest) ? own : nearest;
            }
        }
        return nearest;
    }

    private static int at(int instrument, Side side) {
        return 2 * instrument + (side == Side.BUY ? 0 : 1);
    }
}
