package io.sextant.execution.gate;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import java.util.Arrays;

/**
 * What each parent order may send in all, and what of it was filled. The gate counts the fills itself: a parent that forgets its own
 * is the very one that has to be stopped.
 */
final class ParentBudgets {

    static final long UNKNOWN = -1;

    private static final int FIRST_ROOM = 16;

    private long[] parents = new long[FIRST_ROOM];
    private long[] lots = new long[FIRST_ROOM];
    private long[] filled = new long[FIRST_ROOM];
    private int count;

    void open(long parent, long allLots) {
        if (parent <= 0 || allLots <= 0 || find(parent) >= 0) {
            throw new IllegalArgumentException("parent #" + parent + " of " + allLots + " lots cannot be opened");
        }
        if (count == parents.length) {
            parents = Arrays.copyOf(parents, 2 * count);
            lots = Arrays.copyOf(lots, 2 * count);
            filled = Arrays.copyOf(filled, 2 * count);
        }
        parents[count] = parent;
        lots[count] = allLots;
        filled[count] = 0;
        count++;
    }

    /** From now on nothing more is sent for it. */
    void close(long parent) {
        int at = find(parent);
        if (at < 0) {
            return;
        }
        count--;
        parents[at] = parents[count];
        lots[at] = lots[count];
        filled[at] = filled[count];
    }

    void fill(long parent, long moreLots) {
        int at = find(parent);
        if (at >= 0) {
            filled[at] = Math.addExact(filled[at], moreLots);
        }
    }

    /** What is neither filled nor working, {@link #UNKNOWN} for a parent that is not open. */
    long leftLots(long parent, long workingLots) {
        int at = find(parent);
        return at < 0 ? UNKNOWN : Math.max(0, Math.subtractExact(lots[at], Math.addExact(filled[at], workingLots)));
    }

    int open() {
        return count;
    }

    private int find(long parent) {
        for (int i = 0; i < count; i++) {
            if (parents[i] == parent) {
                return i;
            }
        }
        return -1;
    }

    void save(StateWriter out) {
        out.putLongs(parents, count);
        out.putLongs(lots, count);
        out.putLongs(filled, count);
    }

    void load(StateReader in) {
        long[] saved = in.getLongs();
        count = saved.length;
        int room = Math.max(FIRST_ROOM, count);
        parents = Arrays.copyOf(saved, room);
        lots = Arrays.copyOf(in.getLongs(), room);
        filled = Arrays.copyOf(in.getLongs(), room);
    }
}
