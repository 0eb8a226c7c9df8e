package io.sextant.exchange.live;

/** How patient a live feed is. All times in nanoseconds. */
public record LiveSettings(
        long staleNanos,
        long lostNanos,
        long connectNanos,
        long patienceNanos,
        long holdBackNanos,
        long latenessNanos,
        long firstWaitNanos,
        long longestWaitNanos,
        long pollNanos,
        long streamRetryNanos,
        int streamFailuresBeforePolling,
        long greatestLeadNanos) {

    private static final long SECOND_NANOS = 1_000_000_000L;

    /**
     * Stale after 10 s of silence, connected anew after 30; 10 s to fill a hole before going on without; market time runs a
     * quarter of a second behind the clock, and bars stay open for half a second more, so that trades find them open; 1 to 60 s between attempts; polling every
     * 2 s after three failed attempts to stream; a trade more than a minute in the future is not believed.
     */
    public static final LiveSettings USUAL = new LiveSettings(
            10 * SECOND_NANOS,
            30 * SECOND_NANOS,
            15 * SECOND_NANOS,
            10 * SECOND_NANOS,
            SECOND_NANOS / 4,
            SECOND_NANOS / 2,
            SECOND_NANOS,
            60 * SECOND_NANOS,
            2 * SECOND_NANOS,
            60 * SECOND_NANOS,
            3,
            60 * SECOND_NANOS);
}
