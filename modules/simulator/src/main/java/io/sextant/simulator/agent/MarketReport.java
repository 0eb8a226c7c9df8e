package io.sextant.simulator.agent;

import io.sextant.domain.market.Side;

/** Hears what happens in the book of one instrument. */
public interface MarketReport {

    void onTrade(
            int instrument,
            long makerId,
            int makerOwner,
            long takerId,
            int takerOwner,
            Side takerSide,
            long priceTicks,
            long lots);

    void onLevel(int instrument, Side side, long priceTicks, long lots);
}
