package io.sextant.exchange.live;

import java.util.Arrays;

/**
 * Which instruments tell no trades while others speak, or their own book does. Silence alone says nothing, since a quiet market has
 * nothing to tell: after a while the venue is asked, and only an instrument that traded there meanwhile is lost on its way here. No
 * clock, no thread.
 */
final class SilenceWatch {

    private static final long NOT_LOST = Long.MAX_VALUE;

    private final long staleNanos;
    private final long[] heardNanos;
    private final long[] tradeHeardNanos;
    private final long[] askNotBeforeNanos;
    private final long[] lostSinceNanos;

    SilenceWatch(int instruments, long staleNanos) {
        this.staleNanos = staleNanos;
        heardNanos = new long[instruments];
        tradeHeardNanos = new long[instruments];
        askNotBeforeNanos = new long[instruments];
        lostSinceNanos = new long[instruments];
        Arrays.fill(lostSinceNanos, NOT_LOST);
    }

    /** A connection begins: what was not heard on the one before says nothing about it. */
    void begin(long nowNanos) {
        Arrays.fill(heardNanos, nowNanos);
        Arrays.fill(tradeHeardNanos, nowNanos);
        Arrays.fill(askNotBeforeNanos, 0);
        Arrays.fill(lostSinceNanos, NOT_LOST);
    }

    /** Its book was heard, which says nothing about its trades: they may come another way. */
    void heard(int instrument, long nowNanos) {
        heardNanos[instrument] = nowNanos;
    }

    void heardTrade(int instrument, long nowNanos) {
        heardNanos[instrument] = nowNanos;
        tradeHeardNanos[instrument] = nowNanos;
        lostSinceNanos[instrument] = NOT_LOST;
    }

    /** The longer an instrument tells no trade, the less often it is asked for. */
    boolean isDue(int instrument, long nowNanos) {
        boolean anySpeaks = false;
        for (long heard : heardNanos) {
            anySpeaks |= nowNanos - heard < staleNanos;
        }
        return anySpeaks
                && isSilent(instrument, nowNanos)
                && !isLost(instrument)
                && nowNanos >= askNotBeforeNanos[instrument];
    }

    void asked(int instrument, long nowNanos) {
        askNotBeforeNanos[instrument] = nowNanos + Math.max(staleNanos, nowNanos - tradeHeardNanos[instrument]);
    }

    boolean isSilent(int instrument, long nowNanos) {
        return nowNanos - tradeHeardNanos[instrument] >= staleNanos;
    }

    /** The venue traded it, and nothing of that was heard. */
    void lost(int instrument, long nowNanos) {
        if (!isLost(instrument)) {
            lostSinceNanos[instrument] = nowNanos;
        }
    }

    boolean isLost(int instrument) {
        return lostSinceNanos[instrument] != NOT_LOST;
    }

    /** Since when the instrument that was lost first has been; the greatest time there is when none is. */
    long lostSinceNanos() {
        return Arrays.stream(lostSinceNanos).min().orElse(NOT_LOST);
    }
}
