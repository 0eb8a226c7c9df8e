package io.sextant.simulator.agent;

import io.sextant.domain.market.Side;
import io.sextant.simulator.process.Draws;

/**
 * They have an opinion of the worth, good but not exact, and trade against a price that strays from it (the fundamentalists
 * of Chiarella, 1992). Otherwise some wait in the book for others to come to them.
 */
final class ValueTraders {

    /** Error of the opinion and the edge they want, in half spreads. */
    private static final double ERROR = 1.0;

    private static final double EDGE = 1.2;
    private static final double PATIENT_SHARE = 0.4;
    private static final double SIZE = 2.5;

    private final InstrumentMarket market;
    private final NoiseTraders restingOrders;

    ValueTraders(InstrumentMarket market, NoiseTraders restingOrders) {
        this.market = market;
        this.restingOrders = restingOrders;
    }

    void act() {
        Draws draws = market.draws();
        double half = market.halfSpreadTicks();
        double opinion = market.valueTicks() + ERROR * half * draws.normal();
        long lots = Sizes.lots(draws, SIZE * market.profile().tradeLots());
        long cheap = (long) Math.floor(opinion - EDGE * half);
        long dear = (long) Math.ceil(opinion + EDGE * half);
        if (market.wouldTrade(Side.BUY, cheap)) {
            market.take(InstrumentMarket.PUBLIC, Side.BUY, cheap, lots);
        } else if (market.wouldTrade(Side.SELL, dear)) {
            market.take(InstrumentMarket.PUBLIC, Side.SELL, dear, lots);
        } else if (draws.happens(PATIENT_SHARE)) {
            Side side = draws.happens(0.5) ? Side.BUY : Side.SELL;
            double away = half * (EDGE + 5 * draws.uniform());
            restingOrders.placeAt(side, Math.round(opinion - side.sign() * away), lots);
        }
    }
}
