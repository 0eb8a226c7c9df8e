package io.sextant.analytics.pattern;

import java.util.Arrays;

/**
 * Highs and lows between which a price turned. A high is the highest price since the low before it, and known once a bar closes {@link #TURN} mean true
 * ranges below it (Wilder's mean of 14 bars); a low likewise. It is known some bars late and never changes. Kept are the newest, newest first.
 */
final class Swings {

    static final int KEPT = 8;
    private static final double TURN = 2;
    private static final int RANGE_BARS = 14;

    private final int[] bars = new int[KEPT];
    private final double[] prices = new double[KEPT];
    private final boolean[] highs = new boolean[KEPT];
    private int count;

    /** The bars after the newest swing, from {@code base} on. */
    private double[] highSince = new double[256];

    private double[] lowSince = new double[256];
    private int base;
    private int since;

    private int seen;
    private double closeBefore;
    private double trueRange;
    /** 1 while a high is looked for, -1 a low, 0 before the first turn. */
    private int looking;

    private int highest;
    private int lowest;

    void forget() {
        count = 0;
        since = 0;
        seen = 0;
        looking = 0;
    }

    /** True when a swing became known at this bar. */
    boolean next(int bar, double high, double low, double close) {
        double range = seen == 0 ? high - low : Math.max(high, closeBefore) - Math.min(low, closeBefore);
        trueRange = seen < RANGE_BARS
                ? (trueRange * seen + range) / (seen + 1)
                : trueRange + (range - trueRange) / RANGE_BARS;
        closeBefore = close;
        seen++;
        keepBar(bar, high, low);
        double turn = TURN * trueRange;
        if (seen <= RANGE_BARS || !(turn > 0)) {
            return false;
        }
        boolean down = looking >= 0 && close <= highSince[highest] - turn;
        boolean up = looking <= 0 && close >= lowSince[lowest] + turn;
        if (down && up) {
            // Only before the first turn: the older of the two was the first, and one bar alone does not say.
            down = highest < lowest;
            up = lowest < highest;
        }
        if (down) {
            keep(base + highest, highSince[highest], true);
            restart(highest, -1);
            return true;
        }
        if (up) {
            keep(base + lowest, lowSince[lowest], false);
            restart(lowest, 1);
            return true;
        }
        return false;
    }

    private void keepBar(int bar, double high, double low) {
        if (since == 0) {
            base = bar;
            highest = 0;
            lowest = 0;
        }
        if (since == highSince.length) {
            highSince = Arrays.copyOf(highSince, 2 * since);
            lowSince = Arrays.copyOf(lowSince, 2 * since);
        }
        highSince[since] = high;
        lowSince[since] = low;
        highest = high > highSince[highest] ? since : highest;
        lowest = low < lowSince[lowest] ? since : lowest;
        since++;
    }

    /** From the bar after the swing on; when that is the newest bar itself, from there. */
    private void restart(int swing, int next) {
        looking = next;
        int from = Math.min(swing + 1, since - 1);
        System.arraycopy(highSince, from, highSince, 0, since - from);
        System.arraycopy(lowSince, from, lowSince, 0, since - from);
        base += from;
        since -= from;
        highest = 0;
        lowest = 0;
        for (int i = 1; i < since; i++) {
            highest = highSince[i] > highSince[highest] ? i : highest;
            lowest = lowSince[i] < lowSince[lowest] ? i : lowest;
        }
    }

    private void keep(int bar, double price, boolean isHigh) {
        System.arraycopy(bars, 0, bars, 1, KEPT - 1);
        System.arraycopy(prices, 0, prices, 1, KEPT - 1);
        System.arraycopy(highs, 0, highs, 1, KEPT - 1);
        bars[0] = bar;
        prices[0] = price;
        highs[0] = isHigh;
        count = Math.min(KEPT, count + 1);
    }

    int count() {
        return count;
    }

    int bar(int back) {
        return bars[back];
    }

    double price(int back) {
        return prices[back];
    }

    boolean isHigh(int back) {
        return highs[back];
    }
}
