package io.sextant.simulator.agent;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;

/**
 * They compare a fast with a slow average of the price and hold a position in its direction (the chartists of Chiarella,
 * 1992, and of Lux and Marchesi, 1999). In a fall they sell into a thin book, and make it worse.
 */
final class TrendFollowers {

    private static final double FAST_SECONDS = 15;
    private static final double SLOW_SECONDS = 150;

    /** Averages that differ by less than this, in usual moves of a minute, are no trend. */
    private static final double NO_TREND = 0.6;

    private static final double FULL_TREND = 3;
    private static final double REACH = 8;
    private static final double LARGEST_POSITION = 6;
    private static final double CHILD = 2;

    private final InstrumentMarket market;
    private final double fastPart;
    private final double slowPart;
    private final double minuteVolatility;
    private double fast;
    private double slow;
    private double position;

    TrendFollowers(InstrumentMarket market, double stepSeconds) {
        this.market = market;
        fastPart = 1 - StrictMath.exp(-stepSeconds / FAST_SECONDS);
        slowPart = 1 - StrictMath.exp(-stepSeconds / SLOW_SECONDS);
        minuteVolatility = market.profile().dailyVolatility() * StrictMath.sqrt(60 / 86_400.0);
    }

    void open(double midTicks) {
        fast = midTicks;
        slow = midTicks;
    }

    void onTick(double midTicks) {
        fast += fastPart * (midTicks - fast);
        slow += slowPart * (midTicks - slow);
    }

    void act() {
        double trend = (fast - slow) / (slow * minuteVolatility);
        double wanted = 0;
        if (Math.abs(trend) > NO_TREND) {
            wanted = Math.max(-FULL_TREND, Math.min(FULL_TREND, trend))
                    / FULL_TREND
                    * LARGEST_POSITION
                    * market.profile().frontLots();
        }
        double change = wanted - position;
        if (Math.abs(change) < market.profile().tradeLots()) {
            return;
        }
        Side side = change > 0 ? Side.BUY : Side.SELL;
        double size = Math.min(Math.abs(change), CHILD * market.profile().tradeLots());
        long traded = market.takeWithin(side, REACH, Sizes.lots(market.draws(), size));
        position += side.sign() * (double) traded;
    }

    void save(StateWriter out) {
        out.putDouble(fast);
        out.putDouble(slow);
        out.putDouble(position);
    }

    void load(StateReader in) {
        fast = in.getDouble();
        slow = in.getDouble();
        position = in.getDouble();
    }
}
