package io.sextant.engine.core;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.TapeTrade;
import java.util.ArrayList;
import java.util.List;

/** The newest trades of one instrument in a ring of primitives. */
final class TradeTape {

    private static final int LENGTH = MarketState.TAPE_LENGTH;
    private static final int BUY = 1;
    private static final int OURS = 2;

    private final long[] timeNanos = new long[LENGTH];
    private final long[] priceTicks = new long[LENGTH];
    private final long[] lots = new long[LENGTH];
    private final long[] flags = new long[LENGTH];
    private long count;
    private long awaitedNanos = Long.MIN_VALUE;
    private long awaitedTicks;

    void add(long time, long price, long quantity, Side aggressor) {
        boolean ours = time == awaitedNanos && price == awaitedTicks;
        if (ours) {
            awaitedNanos = Long.MIN_VALUE;
        }
        int slot = (int) (count % LENGTH);
        timeNanos[slot] = time;
        priceTicks[slot] = price;
        lots[slot] = quantity;
        flags[slot] = (aggressor == Side.BUY ? BUY : 0) | (ours ? OURS : 0);
        count++;
    }

    /** Marks the trade of this time and price; a venue may tell of our fill before the public trade comes by. */
    void markOurs(long time, long price) {
        for (long number = count; number > Math.max(0, count - LENGTH); number--) {
            int slot = (int) ((number - 1) % LENGTH);
            if (timeNanos[slot] != time) {
                break;
            }
            if (priceTicks[slot] == price && (flags[slot] & OURS) == 0) {
                flags[slot] |= OURS;
                return;
            }
        }
        awaitedNanos = time;
        awaitedTicks = price;
    }

    long count() {
        return count;
    }

    /** Newest first. */
    List<TapeTrade> newest(Instrument instrument) {
        int kept = (int) Math.min(count, LENGTH);
        List<TapeTrade> trades = new ArrayList<>(kept);
        for (long number = count; number > count - kept; number--) {
            int slot = (int) ((number - 1) % LENGTH);
            trades.add(new TapeTrade(
                    number,
                    timeNanos[slot],
                    instrument.priceOf(priceTicks[slot]),
                    instrument.quantityOf(lots[slot]),
                    (flags[slot] & BUY) != 0 ? Side.BUY : Side.SELL,
                    (flags[slot] & OURS) != 0));
        }
        return trades;
    }

    void save(StateWriter out) {
        out.putLong(count);
        int kept = (int) Math.min(count, LENGTH);
        out.putLongs(timeNanos, kept);
        out.putLongs(priceTicks, kept);
        out.putLongs(lots, kept);
        out.putLongs(flags, kept);
        out.putLong(awaitedNanos);
        out.putLong(awaitedTicks);
    }

    void load(StateReader in) {
        count = in.getLong();
        restore(in.getLongs(), timeNanos);
        restore(in.getLongs(), priceTicks);
        restore(in.getLongs(), lots);
        restore(in.getLongs(), flags);
        awaitedNanos = in.getLong();
        awaitedTicks = in.getLong();
    }

    private static void restore(long[] from, long[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
    }
}
