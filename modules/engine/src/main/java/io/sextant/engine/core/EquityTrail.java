package io.sextant.engine.core;

import io.sextant.domain.hosting.EquityLine;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import java.util.Arrays;

/** A line of worths in bounded room: when it is full every second point goes, and from then on points come half as often. */
final class EquityTrail {

    static final int POINTS_MAX = 512;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final long[] times = new long[POINTS_MAX];
    private final long[] units = new long[POINTS_MAX];
    private int count;
    private long periodNanos = MINUTE_NANOS;
    private long nextNanos;

    boolean isDue(long nowNanos) {
        return nowNanos >= nextNanos;
    }

    void add(long nowNanos, long worthUnits) {
        if (count == POINTS_MAX) {
            for (int i = 0; i < POINTS_MAX / 2; i++) {
                times[i] = times[2 * i];
                units[i] = units[2 * i];
            }
            count = POINTS_MAX / 2;
            periodNanos *= 2;
        }
        times[count] = nowNanos;
        units[count] = worthUnits;
        count++;
        nextNanos = (Math.floorDiv(nowNanos, periodNanos) + 1) * periodNanos;
    }

    EquityLine line(double unitsPerWhole) {
        double[] worth = new double[count];
        for (int i = 0; i < count; i++) {
            worth[i] = units[i] / unitsPerWhole;
        }
        return new EquityLine(Arrays.copyOf(times, count), worth);
    }

    void save(StateWriter out) {
        out.putInt(count);
        out.putLongs(times, count);
        out.putLongs(units, count);
        out.putLong(periodNanos);
        out.putLong(nextNanos);
    }

    void load(StateReader in) {
        count = in.getInt();
        System.arraycopy(in.getLongs(), 0, times, 0, count);
        System.arraycopy(in.getLongs(), 0, units, 0, count);
        periodNanos = in.getLong();
        nextNanos = in.getLong();
    }
}
