package io.sextant.analytics.orderflow;

/**
 * Whether a difference follows what is known, by the numbers that venues give them: one covers the updates {@code first} to {@code last}, and
 * may name the last of the difference before. After a snapshot of update {@code s} the first that counts covers s + 1 (or s itself, where
 * differences overlap); from then on each begins where the one before ended.
 */
public final class DepthSequence {

    /** The difference before is not named. */
    public static final long UNNAMED = -1;

    /** What to do with a difference. */
    public enum Verdict {
        APPLY,
        /** All of it is in the snapshot already. */
        OLD,
        /** Something before it was missed: the book is not the market any more. */
        GAP
    }

    private long last;
    private boolean following;

    /** A snapshot that holds all updates up to this one. */
    public void snapshot(long lastUpdate) {
        last = lastUpdate;
        following = false;
    }

    public Verdict next(long first, long lastOfIt, long lastBefore) {
        if (lastOfIt <= last) {
            return Verdict.OLD;
        }
        boolean joins = (following && lastBefore != UNNAMED) ? lastBefore == last : first <= last + 1;
        last = lastOfIt;
        following = true;
        return joins ? Verdict.APPLY : Verdict.GAP;
    }

    public long lastUpdate() {
        return last;
    }
}
