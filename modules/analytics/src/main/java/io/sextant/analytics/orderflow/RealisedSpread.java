package io.sextant.analytics.orderflow;

/**
 * What a maker keeps: twice the signed distance of a trade from the middle some time after it (Huang and Stoll 1996). A trade counts once that
 * time is over, with the middle that stood then; the effective spread less this is what the trade moved the price.
 */
public final class RealisedSpread {

    private static final int MASK = (1 << 12) - 1;

    private final long horizonNanos;
    private final long[] dueNanos = new long[MASK + 1];
    private final double[] prices = new double[MASK + 1];
    private final double[] mids = new double[MASK + 1];
    private final int[] signs = new int[MASK + 1];
    private long first;
    private long next;
    private long measured;
    private long leftOut;
    private double realised;
    private double effective;
    private double mid = Double.NaN;

    public RealisedSpread(long horizonNanos) {
        if (horizonNanos < 0) {
            throw new IllegalArgumentException("a trade is judged after it, not " + -horizonNanos + " ns before");
        }
        this.horizonNanos = horizonNanos;
    }

    /** A trade, told before the state that it leaves. Without a middle before it, or with too many waiting, it is left out. */
    public void trade(long timeNanos, int sign, double price) {
        settle(timeNanos);
        if (Double.isNaN(mid) || sign == 0 || next - first > MASK) {
            leftOut++;
            return;
        }
        int at = (int) next++ & MASK;
        dueNanos[at] = timeNanos + horizonNanos;
        prices[at] = price;
        mids[at] = mid;
        signs[at] = sign;
    }

    /** The middle from now on, NaN while a side is empty. */
    public void middle(long timeNanos, double newMid) {
        settle(timeNanos);
        mid = newMid;
    }

    /** The middle that stands is that of every trade that was due before this moment. */
    private void settle(long nowNanos) {
        while (first < next && dueNanos[(int) first & MASK] < nowNanos) {
            int at = (int) first++ & MASK;
            if (Double.isNaN(mid)) {
                leftOut++;
                continue;
            }
            realised += 2 * signs[at] * (prices[at] - mid);
            effective += 2 * signs[at] * (prices[at] - mids[at]);
            measured++;
        }
    }

    public long measured() {
        return measured;
    }

    public long leftOut() {
        return leftOut;
    }

    /** NaN before the first trade is due. */
    public double realised() {
        return realised / measured;
    }

    /** Of the same trades. */
    public double effective() {
        return effective / measured;
    }

    /** Effective less realised: how far the price went with the taker, twice. */
    public double impact() {
        return effective() - realised();
    }
}
