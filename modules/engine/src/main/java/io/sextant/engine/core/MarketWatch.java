package io.sextant.engine.core;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;

/** How fresh the market's reports are, how far prices swing, and whether its times are ours. */
final class MarketWatch {

    private static final long HALF_MINUTE_NANOS = 30_000_000_000L;
    private static final long SKEW_BUCKET_NANOS = 5_000_000_000L;
    private static final long BPS = 10_000;
    private static final long NO_LATENESS = Long.MAX_VALUE;

    private final long[] priceNanos;
    private final long[] bucket;
    private final long[] low;
    private final long[] high;
    private final long[] lowBefore;
    private final long[] highBefore;
    private long newestNanos;
    /** How long nothing came before the newest report. */
    private long gapNanos;

    private long skewBucket;
    private long leastLateness = NO_LATENESS;
    private long leastLatenessBefore = NO_LATENESS;

    MarketWatch(int instruments) {
        priceNanos = new long[instruments];
        bucket = new long[instruments];
        low = new long[instruments];
        high = new long[instruments];
        lowBefore = new long[instruments];
        highBefore = new long[instruments];
    }

    /** A report that the market dates at {@code itsNanos} was heard. */
    void report(int instrument, long nowNanos, long itsNanos) {
        priceNanos[instrument] = nowNanos;
        if (nowNanos != newestNanos) {
            gapNanos = newestNanos == 0 ? 0 : nowNanos - newestNanos;
            newestNanos = nowNanos;
        }
        long at = Math.floorDiv(nowNanos, SKEW_BUCKET_NANOS);
        if (at != skewBucket) {
            leastLatenessBefore = at == skewBucket + 1 ? leastLateness : NO_LATENESS;
            leastLateness = NO_LATENESS;
            skewBucket = at;
        }
        leastLateness = Math.min(leastLateness, nowNanos - itsNanos);
    }

    void trade(int instrument, long nowNanos, long ticks) {
        long at = Math.floorDiv(nowNanos, HALF_MINUTE_NANOS);
        if (at != bucket[instrument]) {
            boolean follows = at == bucket[instrument] + 1;
            lowBefore[instrument] = follows ? low[instrument] : 0;
            highBefore[instrument] = follows ? high[instrument] : 0;
            low[instrument] = ticks;
            high[instrument] = ticks;
            bucket[instrument] = at;
        }
        low[instrument] = Math.min(low[instrument], ticks);
        high[instrument] = Math.max(high[instrument], ticks);
    }

    /** Market time at which the newest price was heard, zero when none was. */
    long priceNanos(int instrument) {
        return priceNanos[instrument];
    }

    /** The same of all instruments. */
    long newestNanos() {
        return newestNanos;
    }

    /** How long nothing came up to now; a report of this very moment ends a silence and does not undo it. */
    long silenceNanos(long nowNanos) {
        if (newestNanos == 0) {
            return 0;
        }
        return nowNanos == newestNanos ? gapNanos : nowNanos - newestNanos;
    }

    /**
     * How far the clocks are apart, by the report that was least late: lines and queues only ever make reports later, so the least
     * late one comes nearest to what the clocks alone would give.
     */
    long skewNanos() {
        long least = Math.min(leastLateness, leastLatenessBefore);
        return least == NO_LATENESS ? 0 : Math.abs(least);
    }

    /** Range of trade prices of the last half to whole minute, in basis points of the lowest. */
    long rangeBps(int instrument, long nowNanos) {
        long behind = Math.floorDiv(nowNanos, HALF_MINUTE_NANOS) - bucket[instrument];
        if (low[instrument] == 0 || behind > 1) {
            return 0;
        }
        boolean older = behind == 0 && lowBefore[instrument] > 0;
        long lowest = older ? Math.min(low[instrument], lowBefore[instrument]) : low[instrument];
        long highest = older ? Math.max(high[instrument], highBefore[instrument]) : high[instrument];
        return (highest - lowest) * BPS / lowest;
    }

    void save(StateWriter out) {
        int count = priceNanos.length;
        out.putLongs(priceNanos, count);
        out.putLongs(bucket, count);
        out.putLongs(low, count);
        out.putLongs(high, count);
        out.putLongs(lowBefore, count);
        out.putLongs(highBefore, count);
        out.putLong(newestNanos);
        out.putLong(gapNanos);
        out.putLong(skewBucket);
        out.putLong(leastLateness);
        out.putLong(leastLatenessBefore);
    }

    void load(StateReader in) {
        for (long[] to : new long[][] {priceNanos, bucket, low, high, lowBefore, highBefore}) {
            System.arraycopy(in.getLongs(), 0, to, 0, to.length);
        }
        newestNanos = in.getLong();
        gapNanos = in.getLong();
        skewBucket = in.getLong();
        leastLateness = in.getLong();
        leastLatenessBefore = in.getLong();
    }
}
