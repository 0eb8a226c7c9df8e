package io.sextant.domain.parent;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import org.jspecify.annotations.Nullable;

/** What an algorithm is to trade. No child trades beyond {@code limit}; null for no such bound but the gate's. */
public record AlgoTerms(
        InstrumentId instrument,
        Side side,
        Quantity quantity,
        @Nullable Price limit,
        boolean reduceOnly,
        AlgoPlan plan,
        OrderOrigin origin,
        String reason) {

    public AlgoTerms {
        if (quantity.isZero()) {
            throw new IllegalArgumentException("an algorithm needs a quantity");
        }
        if (reason.length() > OrderDraft.LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has at most " + OrderDraft.LONGEST_REASON + " characters");
        }
        if (plan instanceof AlgoPlan.Route(var others, long _) && others.contains(instrument)) {
            throw new IllegalArgumentException("a route names each venue once");
        }
        if (plan instanceof AlgoPlan.Iceberg && limit == null) {
            throw new IllegalArgumentException("an iceberg rests at a limit");
        }
    }
}
