package io.sextant.domain.parent;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;

/** A position with its exits: each exit takes from the other what it fills. */
public record BracketTerms(Opening opening, BracketExits exits) {

    public BracketTerms {
        if (opening instanceof Opening.ByOrder(OrderDraft draft)
                && draft.handling().reduceOnly()) {
            throw new IllegalArgumentException("an entry opens a position, so it cannot be one that may only reduce");
        }
    }

    /** Where the guarded position comes from. */
    public sealed interface Opening {

        /** From an order; the exits follow what it fills. */
        record ByOrder(OrderDraft draft) implements Opening {}

        /** It is there already: so much of what is held, {@code BUY} for a long position. */
        record Held(InstrumentId instrument, Side side, Quantity quantity, OrderOrigin origin) implements Opening {

            public Held {
                if (quantity.isZero()) {
                    throw new IllegalArgumentException("exits guard some quantity");
                }
            }
        }
    }

    public InstrumentId instrument() {
        return switch (opening) {
            case Opening.ByOrder(OrderDraft draft) -> draft.instrument();
            case Opening.Held held -> held.instrument();
        };
    }

    /** The side that opens the position. */
    public Side side() {
        return switch (opening) {
            case Opening.ByOrder(OrderDraft draft) -> draft.side();
            case Opening.Held held -> held.side();
        };
    }

    public Quantity quantity() {
        return switch (opening) {
            case Opening.ByOrder(OrderDraft draft) -> draft.quantity();
            case Opening.Held held -> held.quantity();
        };
    }

    public OrderOrigin origin() {
        return switch (opening) {
            case Opening.ByOrder(OrderDraft draft) -> draft.origin();
            case Opening.Held held -> held.origin();
        };
    }
}
