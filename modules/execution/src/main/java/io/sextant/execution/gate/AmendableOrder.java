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
}
