package io.sextant.execution.paper;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import java.util.Arrays;

/**
 * What our orders took from the shown lots of one side of a book. The market never hears of us and goes on showing them; they
 * stay taken until the level is gone, so that the same lots do not fill us twice. Few levels, so a plain search.
 */
final class TakenLots {

    private long[] ticks = new long[8];
    private long[] lots = new long[8];
    private int size;

    long at(long priceTicks) {
        int i = find(priceTicks);
        return i < 0 ? 0 : lots[i];
    }

    void add(long priceTicks, long taken) {
        int i = find(priceTicks);
        if (i < 0) {
            if (size == ticks.length) {
                ticks = Arrays.copyOf(ticks, 2 * size);
                lots = Arrays.copyOf(lots, 2 * size);
            }
            i = size++;
            ticks[i] = priceTicks;
            lots[i] = 0;
        }
        lots[i] += taken;
    }

    void forget(long priceTicks) {
        int i = find(priceTicks);
        if (i >= 0) {
            size--;
            ticks[i] = ticks[size];
            lots[i] = lots[size];
        }
    }

    /** Forgets levels better than this price: {@code sign} is 1 where higher is better. */
    void forgetBetterThan(long priceTicks, int sign) {
        for (int i = size - 1; i >= 0; i--) {
            if (sign * ticks[i] > sign * priceTicks) {
                forget(ticks[i]);
            }
        }
    }

    void clear() {
        size = 0;
    }

    private int find(long priceTicks) {
        for (int i = 0; i < size; i++) {
            if (ticks[i] == priceTicks) {
                return i;
            }
        }
        return -1;
    }

    void save(StateWriter out) {
        out.putLongs(ticks, size);
        out.putLongs(lots, size);
    }

    void load(StateReader in) {
        long[] prices = in.getLongs();
        long[] taken = in.getLongs();
        size = prices.length;
        ticks = Arrays.copyOf(prices, Math.max(8, size));
        lots = Arrays.copyOf(taken, Math.max(8, size));
    }
}
