package io.sextant.marketdata.depth;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import java.util.Arrays;

/**
 * One side of a book as sorted columns with the best level last, so that what changes most moves least. {@code sign} is 1 for
 * bids, where higher is better, and -1 for asks.
 */
final class LevelSide {

    private static final int FIRST_CAPACITY = 64;

    private final int sign;
    private final int maxLevels;

    /** Price times sign, ascending. */
    private long[] rank = new long[FIRST_CAPACITY];

    private long[] lots = new long[FIRST_CAPACITY];
    private int size;

    LevelSide(int sign, int maxLevels) {
        this.sign = sign;
        this.maxLevels = maxLevels;
    }

    int size() {
        return size;
    }

    /** {@code depth} counts from the best level, which is 0. */
    long priceTicks(int depth) {
        return sign * rank[size - 1 - depth];
    }

    long lots(int depth) {
        return lots[size - 1 - depth];
    }

    long lotsAt(long priceTicks) {
        int at = find(sign * priceTicks);
        return at < 0 ? 0 : lots[at];
    }

    void set(long priceTicks, long newLots) {
        long wanted = sign * priceTicks;
        int at = find(wanted);
        if (at >= 0) {
            if (newLots > 0) {
                lots[at] = newLots;
            } else {
                remove(at);
            }
        } else if (newLots > 0) {
            insert(-at - 1, wanted, newLots);
        }
    }

    /** Drops every level that is better than this price. */
    void dropBetterThan(long priceTicks) {
        while (size > 0 && rank[size - 1] > sign * priceTicks) {
            size--;
        }
    }

    void clear() {
        size = 0;
    }

    private int find(long wanted) {
        if (size == 0 || rank[size - 1] < wanted) {
            return -size - 1;
        }
        return Arrays.binarySearch(rank, 0, size, wanted);
    }

    private void remove(int at) {
        System.arraycopy(rank, at + 1, rank, at, size - at - 1);
        System.arraycopy(lots, at + 1, lots, at, size - at - 1);
        size--;
    }

    private void insert(int where, long newRank, long newLots) {
        int at = where;
        if (size == maxLevels) {
            if (at == 0) {
                return;
            }
            remove(0);
            at--;
        } else if (size == rank.length) {
            rank = Arrays.copyOf(rank, size * 2);
            lots = Arrays.copyOf(lots, size * 2);
        }
        System.arraycopy(rank, at, rank, at + 1, size - at);
        System.arraycopy(lots, at, lots, at + 1, size - at);
        rank[at] = newRank;
        lots[at] = newLots;
        size++;
    }

    void save(StateWriter out) {
        out.putLongs(rank, size);
        out.putLongs(lots, size);
    }

    void load(StateReader in) {
        long[] ranks = in.getLongs();
        long[] quantities = in.getLongs();
        size = ranks.length;
        rank = Arrays.copyOf(ranks, Math.max(FIRST_CAPACITY, size));
        lots = Arrays.copyOf(quantities, Math.max(FIRST_CAPACITY, size));
    }
}
