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
    private boolean[] inUnits = new boolean[FIRST_ROOM];
    private int count;

    private final long[] unitsPerLot;

    /** {@code unitsPerLot} are those of the position that a lot makes, by the instrument's index. */
    ParentBudgets(long[] unitsPerLot) {
        this.unitsPerLot = unitsPerLot;
    }

    /** In lots, for a parent whose children are all in one instrument. */
    void open(long parent, long allLots) {
        open(parent, allLots, false);
    }

    /** In units of the position, for one whose children are in instruments with lots of their own. */
    void openUnits(long parent, long allUnits) {
        open(parent, allUnits, true);
    }

    private void open(long parent, long allLots, boolean units) {
        if (parent <= 0 || allLots <= 0 || find(parent) >= 0) {
            throw new IllegalArgumentException("parent #" + parent + " of " + allLots + " lots cannot be opened");
        }
        if (count == parents.length) {
            parents = Arrays.copyOf(parents, 2 * count);
            lots = Arrays.copyOf(lots, 2 * count);
            filled = Arrays.copyOf(filled, 2 * count);
            inUnits = Arrays.copyOf(inUnits, 2 * count);
        }
        parents[count] = parent;
        lots[count] = allLots;
        filled[count] = 0;
        inUnits[count] = units;
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
        inUnits[at] = inUnits[count];
    }

    void fill(long parent, int instrument, long moreLots) {
        int at = find(parent);
        if (at >= 0) {
            long more = inUnits[at] ? Math.multiplyExact(moreLots, unitsPerLot[instrument]) : moreLots;
            filled[at] = Math.addExact(filled[at], more);
        }
    }

    /** What is neither filled nor working, in lots of the instrument; {@link #UNKNOWN} for a parent that is not open. */
    long leftLots(long parent, int instrument, GateView view) {
        int at = find(parent);
        if (at < 0) {
            return UNKNOWN;
        }
        if (!inUnits[at]) {
            return left(at, view.workingChildLots(parent));
        }
        long working = 0;
        for (int i = 0; i < unitsPerLot.length; i++) {
            long here = Math.multiplyExact(view.workingChildLots(parent, i), unitsPerLot[i]);
            working = Math.addExact(working, here);
        }
        return left(at, working) / unitsPerLot[instrument];
    }

    private long left(int at, long working) {
        return Math.max(0, Math.subtractExact(lots[at], Math.addExact(filled[at], working)));
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
        for (int i = 0; i < count; i++) {
            out.putBoolean(inUnits[i]);
        }
    }

    void load(StateReader in) {
        long[] saved = in.getLongs();
        count = saved.length;
        int room = Math.max(FIRST_ROOM, count);
        parents = Arrays.copyOf(saved, room);
        lots = Arrays.copyOf(in.getLongs(), room);
        filled = Arrays.copyOf(in.getLongs(), room);
        inUnits = new boolean[room];
        for (int i = 0; i < count; i++) {
            inUnits[i] = in.getBoolean();
        }
    }
}
