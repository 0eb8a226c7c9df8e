package io.sextant.execution.gate;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;

/** Figures of the last minute, the newest few; their mean fades as they grow old. */
final class Samples {

    static final long WINDOW_NANOS = 60_000_000_000L;

    private static final int KEPT = 64;
    /** One odd figure is an accident, not a state of the market. */
    private static final int FEWEST = 3;

    private final long[] values = new long[KEPT];
    private final long[] moments = new long[KEPT];
    private long taken;

    void add(long value, long nowNanos) {
        int at = (int) (taken % KEPT);
        values[at] = value;
        moments[at] = nowNanos;
        taken++;
    }

    /** Zero where there are too few to say. */
    long mean(long nowNanos) {
        if (taken == 0 || nowNanos - moments[(int) ((taken - 1) % KEPT)] >= WINDOW_NANOS) {
            return 0;
        }
        long sum = 0;
        int count = 0;
        for (int i = 0; i < Math.min(taken, KEPT); i++) {
            if (nowNanos - moments[i] < WINDOW_NANOS) {
                sum += values[i];
                count++;
            }
        }
        return count < FEWEST ? 0 : sum / count;
    }

    void save(StateWriter out) {
        int size = (int) Math.min(taken, KEPT);
        out.putLong(taken);
        out.putLongs(values, size);
        out.putLongs(moments, size);
    }

    void load(StateReader in) {
        taken = in.getLong();
        long[] saved = in.getLongs();
        System.arraycopy(saved, 0, values, 0, saved.length);
        System.arraycopy(in.getLongs(), 0, moments, 0, saved.length);
    }
}
