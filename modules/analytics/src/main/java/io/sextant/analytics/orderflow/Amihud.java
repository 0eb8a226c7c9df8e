package io.sextant.analytics.orderflow;

import java.util.Arrays;

/**
 * Illiquidity: the mean over the last periods of |return| / turnover (Amihud 2002), a fraction of the price for a unit of money. A period
 * without turnover says nothing and is left out.
 */
public final class Amihud {

    private final double[] ring;
    private long periods;
    private double closeBefore = Double.NaN;

    public Amihud(int window) {
        ring = new double[window];
    }

    /** @param turnover price times quantity of the period, in money */
    public void period(double close, double turnover) {
        double move = close / closeBefore - 1;
        closeBefore = close;
        if (Double.isNaN(move) || !(turnover > 0)) {
            return;
        }
        ring[(int) (periods++ % ring.length)] = Math.abs(move) / turnover;
    }

    /** NaN before there is a return. */
    public double value() {
        int count = (int) Math.min(periods, ring.length);
        return count == 0 ? Double.NaN : Arrays.stream(ring, 0, count).sum() / count;
    }
}
