package io.sextant.domain.chronicle;

import io.sextant.domain.market.TradingMode;
import io.sextant.domain.order.Order;
import io.sextant.domain.passport.OrderPassport;
import java.util.List;
import java.util.Optional;

/**
 * The whole life of an order, from the draft or signal to the ledger, in the order in which it happened.
 *
 * @param order as it stands at the end of what is told
 * @param mode in which the desk trades
 * @param feed where the desk's prices come from, and its orders go
 * @param passport what was written down of why it was sent; empty for an order of before there were any
 */
public record OrderChronicle(
        Order order, TradingMode mode, String feed, List<Chapter> chapters, Optional<OrderPassport> passport) {

    public OrderChronicle {
        chapters = List.copyOf(chapters);
    }

    public List<Chapter.Filled> fills() {
        return chapters.stream()
                .filter(Chapter.Filled.class::isInstance)
                .map(Chapter.Filled.class::cast)
                .toList();
    }
}
