package io.sextant.execution.outside;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import java.util.Set;

/**
 * An order that works as far as our books say when an engine begins. Whether the venue heard of what was last asked is not known.
 *
 * @param acknowledged whether the venue ever said that it has the order
 * @param amends how often new terms were asked for
 * @param revision which of these the venue took last, zero for the first terms
 * @param seenTrades the venue's numbers of the executions that are booked
 */
public record StandingOrder(
        long orderId,
        int instrument,
        Side side,
        BookEntry entry,
        long lots,
        long limitTicks,
        long filledLots,
        boolean acknowledged,
        boolean cancelAsked,
        boolean amendAsked,
        long askedLots,
        long askedLimitTicks,
        int amends,
        int revision,
        Set<Long> seenTrades) {

    public StandingOrder {
        seenTrades = Set.copyOf(seenTrades);
    }
}
