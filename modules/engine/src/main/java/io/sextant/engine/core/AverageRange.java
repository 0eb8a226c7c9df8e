package io.sextant.engine.core;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;

/**
 * Wilder's average true range (New Concepts in Technical Trading Systems, 1978): the plain mean of the first {@code length} true
 * ranges, then each new one with the weight {@code 1 / length}. Only complete bars that opened in this session count, because only
 * they are the same in every replay; older ones come from an archive that may be mended. At most the newest {@link #WINDOWS} lengths.
 */
final class AverageRange {

    static final int WINDOWS = 5;

    private AverageRange() {}

    /** Bars that are looked at: one more than there are ranges, and one that may still be forming. */
    static int barsFor(int length) {
        return WINDOWS * length + 2;
    }

    /** In ticks, to the next whole one above; zero while there are too few bars. */
    static long ticks(
            BarSeries bars, Instrument instrument, Timeframe timeframe, int length, long sessionNanos, long nowNanos) {
        int from = 0;
        int to = bars.size();
        while (to > 0 && timeframe.nextStart(bars.openTimeNanos()[to - 1]) > nowNanos) {
            to--;
        }
        while (from < to && bars.openTimeNanos()[from] < sessionNanos) {
            from++;
        }
        int ranges = to - from - 1;
        if (ranges < length) {
            return 0;
        }
        double average = 0;
        for (int i = 1; i <= ranges; i++) {
            int bar = from + i;
            double before = bars.close()[bar - 1];
            double range = Math.max(bars.high()[bar], before) - Math.min(bars.low()[bar], before);
            average += i <= length ? range / length : (range - average) / length;
        }
        double tick = instrument.rules().tick().toDouble();
        return Math.max(1, (long) Math.ceil(average / tick - 1e-9));
    }

    /** How many complete bars of the session there are. */
    static int completeBars(BarSeries bars, Timeframe timeframe, long sessionNanos, long nowNanos) {
        int count = 0;
        for (int i = 0; i < bars.size(); i++) {
            long open = bars.openTimeNanos()[i];
            if (open >= sessionNanos && timeframe.nextStart(open) <= nowNanos) {
                count++;
            }
        }
        return count;
    }
}
