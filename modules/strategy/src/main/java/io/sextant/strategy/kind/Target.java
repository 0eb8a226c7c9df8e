package io.sextant.strategy.kind;

/**
 * What to hold.
 *
 * @param share of the strategy's equity, from -1 (short with all of it) to 1, or beyond where it is allowed to borrow; 0 is flat
 * @param strength how sure the strategy is, for people and for the netting of conflicts
 * @param untilNanos when the wish lapses if it was not carried out by then, {@link #ALWAYS} if never
 */
public record Target(int instrument, double share, Strength strength, long untilNanos, Reason reason) {

    public static final long ALWAYS = Long.MAX_VALUE;

    /** How sure. */
    public enum Strength {
        STRONG,
        WEAK
    }

    public Target {
        if (!Double.isFinite(share)) {
            throw new IllegalArgumentException("a share to hold is a number, not " + share);
        }
    }

    public static Target strong(int instrument, double share, Reason reason) {
        return new Target(instrument, share, Strength.STRONG, ALWAYS, reason);
    }
}
