package io.sextant.analytics.options;

/**
 * A place where prices contradict each other.
 *
 * @param expiryDay in days since 1970-01-01; for a calendar the later of the two
 * @param strike in the middle of the butterfly, the upper of the spread, or where the later expiry is too cheap
 * @param size undiscounted money for a unit: what the butterfly, spread or calendar could be sold for though it can only pay; of a fitted smile
 *     without prices, how far Durrleman's g is below zero, or the share by which total variance falls
 */
public record ArbitrageFinding(Kind kind, Source source, int expiryDay, double strike, double size) {

    /** What would be traded. */
    public enum Kind {
        /** Calls are not convex in the strike: the density is negative. */
        BUTTERFLY,
        /** Calls rise with the strike, or fall faster than the strike rises. */
        VERTICAL,
        /** Total variance at the same moneyness falls with time. */
        CALENDAR
    }

    /** Whose prices contradict each other. */
    public enum Source {
        QUOTES,
        FITTED
    }
}
