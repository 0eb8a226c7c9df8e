package io.sextant.analytics.orderflow;

import io.sextant.analytics.distribution.Tails;
import java.util.Arrays;

/**
 * An order that shows only its tip: after trades at a price the same quantity comes back there within {@code refillNanos}, again and again (Frey
 * and Sandas 2009), each time once enough traded there to have used up what came before. It is told from the {@code refills}-th time on, when chance
 * alone would not do it: the probability of so many or more must be below {@link #CHANCE}, by Poisson's law, where each trade at the price could be
 * followed by an order of that quantity as often as such orders come anywhere near. A few prices are followed at once, the longest unused is
 * given up first.
 */
public final class IcebergDetector {

    private static final int PRICES = 8;
    private static final int TIPS = 8;
    private static final long NONE = Long.MIN_VALUE;
    private static final double CHANCE = 1e-4;
    private static final double SECOND_NANOS = 1e9;
    /** How long orders of a quantity are counted, as a time constant. */
    private static final double COUNTED_NANOS = 1_800 * SECOND_NANOS;

    private static final int QUANTITIES_MASK = (1 << 10) - 1;

    private final long refillNanos;
    private final int refills;
    private final long forgetNanos;
    private final long[] prices = new long[PRICES];
    private final int[] sides = new int[PRICES];
    private final long[] tradedNanos = new long[PRICES];
    private final long[] traded = new long[PRICES];
    private final int[] trades = new int[PRICES];
    private final boolean[] told = new boolean[PRICES];
    private final long[] tips = new long[PRICES * TIPS];
    private final int[] times = new int[PRICES * TIPS];
    /** What had traded at the price when the tip came last. */
    private final long[] tradedAtTip = new long[PRICES * TIPS];

    /** How many orders of a quantity came, forgetting; quantities that share a place are rather taken for too common. */
    private final double[] came = new double[QUANTITIES_MASK + 1];

    private final long[] cameNanos = new long[QUANTITIES_MASK + 1];
    private long firstNanos = NONE;

    private long foundTip;
    private int foundTimes;

    /** @param forgetNanos a price where nothing traded for so long is begun anew */
    public IcebergDetector(long refillNanos, int refills, long forgetNanos) {
        this.refillNanos = refillNanos;
        this.refills = refills;
        this.forgetNanos = forgetNanos;
        clear();
    }

    public void clear() {
        Arrays.fill(sides, 0);
        Arrays.fill(tradedNanos, NONE);
    }

    /** A trade against orders that wait at {@code side}. */
    public void trade(long timeNanos, BookSide side, long price, long size) {
        int at = find(side, price);
        if (at < 0 || timeNanos - tradedNanos[at] > forgetNanos) {
            at = at < 0 ? oldest() : at;
            begin(at, side, price);
        }
        tradedNanos[at] = timeNanos;
        traded[at] += size;
        trades[at]++;
    }

    /** A level changed; true when that makes it an iceberg, once a price. */
    public boolean level(long timeNanos, BookSide side, long price, long before, long after) {
        if (after <= before) {
            return false;
        }
        long tip = after - before;
        double perSecond = count(timeNanos, tip);
        int at = find(side, price);
        if (at < 0 || timeNanos - tradedNanos[at] > refillNanos) {
            return false;
        }
        int slot = slot(at, tip);
        // The tip before this one must have been used up, otherwise somebody only adds.
        boolean used = times[slot] == 0 || traded[at] - tradedAtTip[slot] >= tip;
        if (used) {
            times[slot]++;
            tradedAtTip[slot] = traded[at];
        }
        double expected = trades[at] * perSecond * refillNanos / SECOND_NANOS;
        if (told[at] || times[slot] < refills || chance(times[slot], expected) > CHANCE) {
            return false;
        }
        told[at] = true;
        foundTip = tip;
        foundTimes = times[slot];
        return true;
    }

    /** Counts an order of this quantity and tells how many a second there were before it. */
    private double count(long timeNanos, long quantity) {
        if (firstNanos == NONE) {
            firstNanos = timeNanos;
        }
        int at = (int) ((quantity * 0x9E3779B97F4A7C15L) >>> 48) & QUANTITIES_MASK;
        double kept = came[at] * Math.exp(Math.min(0, cameNanos[at] - timeNanos) / COUNTED_NANOS);
        came[at] = kept + 1;
        cameNanos[at] = timeNanos;
        double heard = COUNTED_NANOS * -Math.expm1((firstNanos - timeNanos) / COUNTED_NANOS);
        // One more than were seen: what is new is not impossible.
        return (kept + 1) / Math.max(SECOND_NANOS, heard) * SECOND_NANOS;
    }

    /** The probability of so many events or more where {@code expected} are: the smaller part of the whole is summed, from its largest term on. */
    static double chance(int events, double expected) {
        double sum = 0;
        if (events <= expected) {
            double term = events == 0 ? 0 : probability(events - 1, expected);
            for (int i = events - 1; i >= 0 && term > sum * 1e-16; i--) {
                sum += term;
                term *= i / expected;
            }
            return 1 - sum;
        }
        double term = probability(events, expected);
        for (int i = events + 1; term > sum * 1e-16; i++) {
            sum += term;
            term *= expected / i;
        }
        return sum;
    }

    /** Of exactly so many events; in logarithms, as e to the {@code -expected} alone is nought from 746 on. */
    private static double probability(int events, double expected) {
        return Math.exp(events * Math.log(expected) - expected - Tails.logGamma(events + 1.0));
    }

    /** The quantity that came back again and again. */
    public long foundTip() {
        return foundTip;
    }

    public int foundTimes() {
        return foundTimes;
    }

    private int find(BookSide side, long price) {
        for (int i = 0; i < PRICES; i++) {
            if (sides[i] == side.sign() && prices[i] == price) {
                return i;
            }
        }
        return -1;
    }

    private int oldest() {
        int oldest = 0;
        for (int i = 1; i < PRICES; i++) {
            if (tradedNanos[i] < tradedNanos[oldest]) {
                oldest = i;
            }
        }
        return oldest;
    }

    private void begin(int at, BookSide side, long price) {
        sides[at] = side.sign();
        prices[at] = price;
        traded[at] = 0;
        trades[at] = 0;
        told[at] = false;
        Arrays.fill(times, at * TIPS, (at + 1) * TIPS, 0);
    }

    /** The place of this quantity, or of the one that came least often. */
    private int slot(int at, long tip) {
        int rarest = at * TIPS;
        for (int i = at * TIPS; i < (at + 1) * TIPS; i++) {
            if (times[i] > 0 && tips[i] == tip) {
                return i;
            }
            if (times[i] < times[rarest]) {
                rarest = i;
            }
        }
        tips[rarest] = tip;
        times[rarest] = 0;
        return rarest;
    }
}
