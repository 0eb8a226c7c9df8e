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
        OrderHandling handling,
        OrderOrigin origin,
        OrderLink link,
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
        if (type instanceof OrderType.Market && !timeInForce.isImmediate()) {
            throw new IllegalArgumentException("a market order has no price at which it could stay");
        }
        if (type.waits() && timeInForce.isImmediate()) {
            throw new IllegalArgumentException("an order that waits for its price has to be allowed to stay");
        }
        if (handling.postOnly() && (timeInForce.isImmediate() || type.tradesAtMarket())) {
            throw new IllegalArgumentException("an order that never takes has to have a limit and be allowed to stay");
        }
        if ((timeInForce == TimeInForce.GOOD_TILL_DATE) != (handling.endsNanos() > 0)) {
            throw new IllegalArgumentException("a moment to end at belongs to good-till-date orders, and to no other");
        }
    }

    /** An order on its own. */
    public OrderDraft(
            InstrumentId instrument,
            Side side,
            OrderType type,
            Quantity quantity,
            TimeInForce timeInForce,
            OrderHandling handling,
            OrderOrigin origin,
            String reason) {
        this(instrument, side, type, quantity, timeInForce, handling, origin, OrderLink.NONE, reason);
    }

    /** An order with nothing special about it. */
    public OrderDraft(
            InstrumentId instrument,
            Side side,
            OrderType type,
            Quantity quantity,
            TimeInForce timeInForce,
            OrderOrigin origin,
            String reason) {
        this(instrument, side, type, quantity, timeInForce, OrderHandling.PLAIN, origin, reason);
    }

    public OrderDraft linkedTo(OrderLink newLink) {
        return new OrderDraft(instrument, side, type, quantity, timeInForce, handling, origin, newLink, reason);
    }

    /** What the order may do when it reaches the book, which for one that waits is when its price came. */
    public BookEntry entry() {
        if (handling.postOnly()) {
            return BookEntry.POST_ONLY;
        }
        if (type.waits() && type.tradesAtMarket()) {
            return BookEntry.IMMEDIATE_OR_CANCEL;
        }
        return switch (timeInForce) {
            case GOOD_TILL_CANCELLED, DAY, GOOD_TILL_DATE -> BookEntry.REST;
            case IMMEDIATE_OR_CANCEL -> BookEntry.IMMEDIATE_OR_CANCEL;
            case FILL_OR_KILL -> BookEntry.FILL_OR_KILL;
        };
    }

    public static OrderDraft market(InstrumentId instrument, Side side, Quantity quantity, OrderOrigin origin) {
        return new OrderDraft(
                instrument, side, OrderType.market(), quantity, TimeInForce.IMMEDIATE_OR_CANCEL, origin, "");
    }

    public static OrderDraft limit(
            InstrumentId instrument, Side side, Quantity quantity, Price price, OrderOrigin origin) {
        return new OrderDraft(
                instrument, side, OrderType.limit(price), quantity, TimeInForce.GOOD_TILL_CANCELLED, origin, "");
    }
}
