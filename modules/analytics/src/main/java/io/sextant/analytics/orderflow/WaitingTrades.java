package io.sextant.analytics.orderflow;

import java.util.ArrayDeque;

/**
 * Effective and realised spread of trades as shares of the middle (Huang and Stoll 1996), in means that begin anew each time they are
 * taken: the effective of trades that happened since, the realised of trades whose time was over since.
 */
final class WaitingTrades {

    private record Waiting(long dueNanos, int sign, double price) {}

    private final long horizonNanos;
    private final ArrayDeque<Waiting> open = new ArrayDeque<>();
    private double mid = Double.NaN;
    private double effective;
    private long met;
    private double realised;
    private long settled;

    WaitingTrades(long horizonNanos) {
        this.horizonNanos = horizonNanos;
    }

    /** @param middle as it stood before the trade; without one it is left out */
    void trade(long timeNanos, int sign, double price, double middle) {
        settle(timeNanos);
        if (Double.isNaN(middle)) {
            return;
        }
        effective += 2 * sign * (price / middle - 1);
        met++;
        open.add(new Waiting(timeNanos + horizonNanos, sign, price));
    }

    /** The middle from now on. */
    void middle(long timeNanos, double newMid) {
        settle(timeNanos);
        mid = newMid;
    }

    /** The middle that stands is that of every trade that was due before this moment. */
    void settle(long nowNanos) {
        while (!open.isEmpty() && open.getFirst().dueNanos() < nowNanos) {
            Waiting due = open.removeFirst();
            if (!Double.isNaN(mid)) {
                realised += 2 * due.sign() * (due.price() / mid - 1);
                settled++;
            }
        }
    }

    /** NaN where there was no trade. */
    double takeEffective() {
        double mean = effective / met;
        effective = 0;
        met = 0;
        return mean;
    }

    double takeRealised() {
        double mean = realised / settled;
        realised = 0;
        settled = 0;
        return mean;
    }
}
