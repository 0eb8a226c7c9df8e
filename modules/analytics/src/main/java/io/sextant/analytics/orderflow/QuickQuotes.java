package io.sextant.analytics.orderflow;

import java.util.Arrays;

/**
 * High-frequency activity: the share of added size near the best price that is taken back without trading within {@code quickNanos}, 0 to 1 (fleeting orders, Hasbrouck
 * and Saar 2009), and messages a trade (Hendershott, Jones and Menkveld 2011), both with an exponential memory.
 */
public final class QuickQuotes {

    private static final int MASK = (1 << 10) - 1;

    private final long quickNanos;
    private final int nearLevels;
    private final Decay added;
    private final Decay fleeting;
    private final Decay messages;
    private final Decay trades;
    /** Newest increases by price and side, one a place: what is pushed out was not quick. */
    private final long[] prices = new long[MASK + 1];

    private final int[] sides = new int[MASK + 1];
    private final long[] sizes = new long[MASK + 1];
    private final long[] addedNanos = new long[MASK + 1];

    public QuickQuotes(long quickNanos, int nearLevels, long memoryNanos) {
        this.quickNanos = quickNanos;
        this.nearLevels = nearLevels;
        added = new Decay(memoryNanos);
        fleeting = new Decay(memoryNanos);
        messages = new Decay(memoryNanos);
        trades = new Decay(memoryNanos);
    }

    public void clear() {
        Arrays.fill(sides, 0);
    }

    /** What trades takes its part of what was added before it is called fleeting. */
    public void trade(long timeNanos, BookSide side, long price, long size) {
        trades.add(timeNanos, 1);
        int at = place(side, price);
        if (sides[at] == side.sign() && prices[at] == price) {
            sizes[at] = Math.max(0, sizes[at] - size);
        }
    }

    public void level(long timeNanos, BookSide side, long price, long before, long after, int levelsBefore) {
        messages.add(timeNanos, 1);
        int at = place(side, price);
        boolean known = sides[at] == side.sign() && prices[at] == price && timeNanos - addedNanos[at] <= quickNanos;
        if (after > before) {
            if (levelsBefore >= nearLevels) {
                return;
            }
            added.add(timeNanos, (double) (after - before));
            sizes[at] = (known ? sizes[at] : 0) + after - before;
            sides[at] = side.sign();
            prices[at] = price;
            addedNanos[at] = timeNanos;
        } else if (known) {
            long back = Math.min(sizes[at], before - after);
            sizes[at] -= back;
            fleeting.add(timeNanos, (double) back);
        }
    }

    private static int place(BookSide side, long price) {
        long mixed = (2 * price + (side == BookSide.BID ? 0 : 1)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 48) & MASK;
    }

    /** 0 to 1; NaN before anything was added. */
    public double score(long nowNanos) {
        double all = added.at(nowNanos);
        return all > 0 ? Math.min(1, fleeting.at(nowNanos) / all) : Double.NaN;
    }

    /** Infinite where nothing traded. */
    public double messagesPerTrade(long nowNanos) {
        return messages.at(nowNanos) / trades.at(nowNanos);
    }
}
