package io.sextant.matching;

import io.sextant.domain.market.Side;

/**
 * Hears what an operation does to a {@link LadderBook}, while it does it: trades in the order of matching, then every touched
 * level once with its final quantity. Must not call the book.
 */
public interface BookListener {

    /** {@code makerLotsLeft} is what still rests of the maker's order; zero when it is done. */
    void onTrade(
            long makerId,
            int makerOwner,
            long takerId,
            int takerOwner,
            Side takerSide,
            long priceTicks,
            long lots,
            long makerLotsLeft);

    /** {@code lots} now rest at this price in all; zero when the level is gone. */
    void onLevel(Side side, long priceTicks, long lots);
}
