package io.sextant.strategy.bar;

import io.sextant.analytics.indicator.Indicator;
import io.sextant.analytics.indicator.IndicatorSpec;

/**
 * Long when the mean of the last few closes crosses above that of more of them, short when it crosses below (Brock, Lakonishok and
 * LeBaron 1992). It earns in long trends and loses in markets that go nowhere, where every crossing is late.
 */
public final class SmaCross implements BarStrategy {

    /** Means this near to each other are equal: they come from sums whose last digits depend on the order of adding. */
    private static final double EQUAL = 1e-12;

    private final Indicator fast;
    private final Indicator slow;
    private final Wish below;
    private final double[] out = new double[1];
    private int sideBefore;
    private boolean known;

    /**
     * @param fastBars fewer than {@code slowBars}
     * @param longOnly whether it goes flat where it would go short
     */
    public SmaCross(int fastBars, int slowBars, boolean longOnly) {
        if (fastBars < 1 || fastBars >= slowBars) {
            throw new IllegalArgumentException("the fast mean is of 1 bar at least and of fewer than the slow one, not "
                    + fastBars + " of " + slowBars);
        }
        fast = IndicatorSpec.parse("sma:" + fastBars).make();
        slow = IndicatorSpec.parse("sma:" + slowBars).make();
        below = longOnly ? Wish.FLAT : Wish.SHORT;
    }

    @Override
    public Wish next(long openTimeNanos, double open, double high, double low, double close, double volume) {
        fast.next(openTimeNanos, open, high, low, close, volume, out);
        double fastMean = out[0];
        slow.next(openTimeNanos, open, high, low, close, volume, out);
        if (Double.isNaN(out[0])) {
            return Wish.AS_IT_IS;
        }
        double distance = fastMean - out[0];
        int side = Math.abs(distance) <= EQUAL * Math.abs(out[0]) ? 0 : (int) Math.signum(distance);
        boolean crossed = known && side != 0 && sideBefore == -side;
        sideBefore = side;
        known = true;
        return !crossed ? Wish.AS_IT_IS : side > 0 ? Wish.LONG : below;
    }
}
