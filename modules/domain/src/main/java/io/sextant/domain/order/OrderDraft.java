package io.sextant.domain.order;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;

/** What somebody wants to trade, before any check. It binds nobody. {@code reason} travels with the order to its fills. */
public record OrderDraft(
        InstrumentId instrument,
        Side side,
        OrderType type,
        Quantity quantity,
        TimeInForce timeInForce,
        OrderOrigin origin,
        String reason) {

    /** Characters of a reason: what the tables keep of it. */
    public static final int LONGEST_REASON = 4_000;

    public OrderDraft {
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "a reason has at most " + LONGEST_REASON + " characters, was " + reason.length());
        }
        if (quantity.isZero()) {
            throw new IllegalArgumentException("an order needs a quantity");
        }
        if (type instanceof OrderType.Market && timeInForce != TimeInForce.IMMEDIATE_OR_CANCEL) {
            throw new IllegalArgumentException("a market order has no price at which it could stay");
        }
    }

    public static OrderDraft market(InstrumentId instrument, Side side, Quantity quantity, OrderOrigin origin) {
        return new OrderDraft(
                instrument, side, OrderType.MARKET, quantity, TimeInForce.IMMEDIATE_OR_CANCEL, origin, "");
    }

    public static OrderDraft limit(
            InstrumentId instrument, Side side, Quantity quantity, Price price, OrderOrigin origin) {
        return new OrderDraft(
                instrument, side, OrderType.limit(price), quantity, TimeInForce.GOOD_TILL_CANCELLED, origin, "");
    }
}
