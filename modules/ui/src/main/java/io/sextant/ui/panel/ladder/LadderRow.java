package io.sextant.ui.panel.ladder;

import io.sextant.domain.market.Side;
import java.util.Optional;

/**
 * One price of the ladder. When several ticks share a row, it gathers the bids from {@code priceTicks} up to the next row and
 * the offers down to the row below. Quantities are lots.
 */
record LadderRow(
        long priceTicks,
        long bidLots,
        long askLots,
        long ownBuyLots,
        long ownSellLots,
        boolean bestBid,
        boolean bestAsk,
        Optional<Side> lastTrade) {

    boolean hasOwnOrders() {
        return ownBuyLots > 0 || ownSellLots > 0;
    }
}
