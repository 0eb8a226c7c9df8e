package io.sextant.exchange.trade;

/** How patient live trading is. All times in nanoseconds. */
public record TradingSettings(
        long silenceNanos,
        long lookAgainNanos,
        long pollNanos,
        long pollWithoutStreamNanos,
        long roundNanos,
        long roundAgainNanos,
        long patienceNanos,
        long firstWaitNanos,
        long longestWaitNanos) {

    private static final long SECOND_NANOS = 1_000_000_000L;

    /**
     * An order is unknown after 3 s without an answer and looked for each second; open orders are read every 10 s, every 4 s while
     * there is no stream; all books once a minute, and 2 s after a reading that was disturbed; what is not settled after 20 s is
     * told; 1 to 60 s between attempts to reach the venue.
     */
    public static final TradingSettings USUAL = new TradingSettings(
            3 * SECOND_NANOS,
            SECOND_NANOS,
            10 * SECOND_NANOS,
            4 * SECOND_NANOS,
            60 * SECOND_NANOS,
            2 * SECOND_NANOS,
            20 * SECOND_NANOS,
            SECOND_NANOS,
            60 * SECOND_NANOS);
}
