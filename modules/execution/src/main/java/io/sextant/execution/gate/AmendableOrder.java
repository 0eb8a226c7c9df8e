package io.sextant.execution.gate;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderState;

/** What the gate has to know about an order before it judges new terms for it. */
public interface AmendableOrder {

    long orderId();

    int instrument();

    Side side();

    OrderState state();

    /** Total quantity under the terms that stand now. */
    long lots();

    long filledLots();

    long limitTicks();

    /** Market and immediate-or-cancel orders do not rest, so there is nothing to amend. */
    boolean isRestingLimit();

    OrderSource source();

    /** Trades at whatever the book offers. */
    boolean isMarket();

    /** The limit that one which waits will have; zero when it will trade at the market. */
    default long limitTicksWhenReached() {
        return 0;
    }

    /** When it left for the venue. */
    long sentNanos();

    /** Twice the market's price when the gate let it go, zero where there was none. */
    long doubledArrivalTicks();

    /** It may never make a position larger or turn it round. */
    boolean reduceOnly();
}
