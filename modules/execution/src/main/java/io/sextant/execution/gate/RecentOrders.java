package io.sextant.execution.gate;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;

/** The newest orders by their terms, to notice one that is sent twice. */
final class RecentOrders {

    private static final int KEPT = 256;
    private static final int FIELDS = 6;
    private static final long NEVER = Long.MIN_VALUE;

    private final long[] cells = new long[KEPT * FIELDS];
    private long placed;

    void add(int instrument, Side side, long ticks, long lots, int sender, long nowNanos) {
        int at = (int) (placed % KEPT) * FIELDS;
        cells[at] = instrument;
        cells[at + 1] = side.sign();
        cells[at + 2] = ticks;
        cells[at + 3] = lots;
        cells[at + 4] = sender;
        cells[at + 5] = nowNanos;
        placed++;
    }

    /** How long ago the same sender placed the same terms within the window; negative when it did not. */
    long ageOfSame(int instrument, Side side, long ticks, long lots, int sender, long windowNanos, long nowNanos) {
        long newest = NEVER;
        for (long back = 1; back <= Math.min(placed, KEPT); back++) {
            int at = (int) ((placed - back) % KEPT) * FIELDS;
            if (nowNanos - cells[at + 5] >= windowNanos) {
                break;
            }
            if (cells[at] == instrument
                    && cells[at + 1] == side.sign()
                    && cells[at + 2] == ticks
                    && cells[at + 3] == lots
                    && cells[at + 4] == sender) {
                newest = cells[at + 5];
                break;
            }
        }
        return newest == NEVER ? -1 : nowNanos - newest;
    }

    void save(StateWriter out) {
        out.putLong(placed);
        out.putLongs(cells, (int) Math.min(placed, KEPT) * FIELDS);
    }

    void load(StateReader in) {
        placed = in.getLong();
        long[] saved = in.getLongs();
        System.arraycopy(saved, 0, cells, 0, saved.length);
    }
}
