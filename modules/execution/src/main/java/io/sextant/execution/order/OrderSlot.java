package io.sextant.execution.order;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.execution.gate.AmendableOrder;
import io.sextant.execution.gate.CheckedOrder;

/** One order inside the loop: mutable and reused for another order later. Only {@link WorkingOrders} changes it. */
public final class OrderSlot implements AmendableOrder {

    static final int NONE = -1;

    final int index;

    long orderId;
    int instrument;
    Side side = Side.BUY;
    boolean market;
    boolean immediateOrCancel;
    OrderOrigin origin = OrderOrigin.TICKET;
    String reason = "";
    OrderState state = OrderState.SUBMITTED;
    long lots;
    long limitTicks;
    long filledLots;
    /** Price times lots over all fills. */
    long filledTickLots;

    long createdNanos;
    long changedNanos;

    boolean acknowledged;
    boolean cancelAsked;
    boolean amendAsked;
    long askedLots;
    long askedLimitTicks;

    /** Neighbours among working orders in the order of opening, or in the line of done ones that wait for reuse. */
    int previous = NONE;

    int next = NONE;
    /** Head of this order's chain in {@link SeenTrades}. */
    int seenTrades = NONE;

    OrderSlot(int index) {
        this.index = index;
    }

    void begin(CheckedOrder order, boolean isMarket, OrderOrigin from, String why, long nowNanos) {
        orderId = order.orderId();
        instrument = order.instrument();
        side = order.side();
        market = isMarket;
        immediateOrCancel = order.immediateOrCancel();
        origin = from;
        reason = why;
        state = OrderState.SUBMITTED;
        lots = order.lots();
        limitTicks = order.limitTicks();
        filledLots = 0;
        filledTickLots = 0;
        createdNanos = nowNanos;
        changedNanos = nowNanos;
        acknowledged = false;
        cancelAsked = false;
        amendAsked = false;
        askedLots = 0;
        askedLimitTicks = 0;
    }

    @Override
    public long orderId() {
        return orderId;
    }

    @Override
    public int instrument() {
        return instrument;
    }

    @Override
    public Side side() {
        return side;
    }

    @Override
    public OrderState state() {
        return state;
    }

    @Override
    public long lots() {
        return lots;
    }

    @Override
    public long filledLots() {
        return filledLots;
    }

    public long remainingLots() {
        return lots - filledLots;
    }

    @Override
    public long limitTicks() {
        return limitTicks;
    }

    @Override
    public boolean isRestingLimit() {
        return !market && !immediateOrCancel;
    }

    public boolean isMarket() {
        return market;
    }

    public OrderOrigin origin() {
        return origin;
    }

    /** Why the order was placed, in the words of whoever placed it. */
    public String reason() {
        return reason;
    }

    public long createdNanos() {
        return createdNanos;
    }

    public long changedNanos() {
        return changedNanos;
    }

    /** What the order could still trade; while an amend is on its way, under the terms that allow more. */
    long exposedLots() {
        return (amendAsked ? Math.max(lots, askedLots) : lots) - filledLots;
    }

    /** The exposed lots at the worse of the limits that may stand at the venue. */
    long exposedTickLots() {
        return Math.multiplyExact(exposedLots(), amendAsked ? Math.max(limitTicks, askedLimitTicks) : limitTicks);
    }

    /** The order as a value. */
    public Order toOrder(Instrument terms) {
        OrderType type = market ? OrderType.MARKET : OrderType.limit(terms.priceOf(limitTicks));
        OrderDraft draft = new OrderDraft(
                terms.id(),
                side,
                type,
                terms.quantityOf(lots),
                immediateOrCancel ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.GOOD_TILL_CANCELLED,
                origin,
                reason);
        Money notional = Money.of(Math.multiplyExact(filledTickLots, terms.moneyUnitsPerTickLot()), terms.quote());
        return new Order(
                new OrderId(orderId), draft, state, terms.quantityOf(filledLots), notional, createdNanos, changedNanos);
    }

    void save(StateWriter out) {
        out.putLong(orderId);
        out.putInt(instrument);
        out.putBoolean(side == Side.BUY);
        out.putBoolean(market);
        out.putBoolean(immediateOrCancel);
        out.putString(origin.name());
        out.putString(reason);
        out.putString(state.name());
        out.putLong(lots);
        out.putLong(limitTicks);
        out.putLong(filledLots);
        out.putLong(filledTickLots);
        out.putLong(createdNanos);
        out.putLong(changedNanos);
        out.putBoolean(acknowledged);
        out.putBoolean(cancelAsked);
        out.putBoolean(amendAsked);
        out.putLong(askedLots);
        out.putLong(askedLimitTicks);
    }

    void load(StateReader in) {
        orderId = in.getLong();
        instrument = in.getInt();
        side = in.getBoolean() ? Side.BUY : Side.SELL;
        market = in.getBoolean();
        immediateOrCancel = in.getBoolean();
        origin = OrderOrigin.valueOf(in.getString());
        reason = in.getString();
        state = OrderState.valueOf(in.getString());
        lots = in.getLong();
        limitTicks = in.getLong();
        filledLots = in.getLong();
        filledTickLots = in.getLong();
        createdNanos = in.getLong();
        changedNanos = in.getLong();
        acknowledged = in.getBoolean();
        cancelAsked = in.getBoolean();
        amendAsked = in.getBoolean();
        askedLots = in.getLong();
        askedLimitTicks = in.getLong();
    }
}
