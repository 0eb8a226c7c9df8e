package io.sextant.execution.order;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderLink;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.execution.gate.AmendableOrder;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.execution.gate.HeldOrder;
import io.sextant.execution.gate.OrderSource;
import org.jspecify.annotations.Nullable;

/** One order inside the loop: mutable and reused for another order later. Only {@link WorkingOrders} changes it. */
public final class OrderSlot implements AmendableOrder {

    static final int NONE = -1;

    private static final long DAY_NANOS = 86_400_000_000_000L;

    final int index;

    long orderId;
    int instrument;
    Side side = Side.BUY;
    boolean market;
    BookEntry entry = BookEntry.REST;
    TimeInForce timeInForce = TimeInForce.GOOD_TILL_CANCELLED;
    OrderHandling handling = OrderHandling.PLAIN;
    /** When the order is to end by itself; {@link Long#MAX_VALUE} for never, and once its end was asked for. */
    long endsNanos = Long.MAX_VALUE;
    /** Why it still waits though its price came; null where it did not come. */
    @Nullable RefusalCode staysFor;

    boolean ending;
    OrderOrigin origin = OrderOrigin.TICKET;
    OrderLink link = OrderLink.NONE;
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
    /** How often new terms were asked for, and which of these requests the venue took last. */
    int amends;

    int revision;

    OrderSource source = OrderSource.of(OrderOrigin.TICKET);
    long sentNanos;
    long doubledArrivalTicks;

    final SlotTrigger trigger = new SlotTrigger();

    /** Neighbours among working orders in the order of opening, or in the line of done ones that wait for reuse. */
    int previous = NONE;

    int next = NONE;
    /** Head of this order's chain in {@link SeenTrades}. */
    int seenTrades = NONE;

    OrderSlot(int index) {
        this.index = index;
    }

    /** An order by numbers says with its entry how long it stays. */
    void begin(CheckedOrder order, boolean isMarket, OrderOrigin from, String why, long nowNanos) {
        orderId = order.orderId();
        instrument = order.instrument();
        side = order.side();
        market = isMarket;
        entry = order.entry();
        timeInForce = switch (entry) {
            case REST, POST_ONLY -> TimeInForce.GOOD_TILL_CANCELLED;
            case IMMEDIATE_OR_CANCEL -> TimeInForce.IMMEDIATE_OR_CANCEL;
            case FILL_OR_KILL -> TimeInForce.FILL_OR_KILL;
        };
        source = order.source();
        sentNanos = nowNanos;
        doubledArrivalTicks = order.doubledArrivalTicks();
        handling = entry == BookEntry.POST_ONLY ? OrderHandling.PLAIN.withPostOnly() : OrderHandling.PLAIN;
        endsNanos = Long.MAX_VALUE;
        ending = false;
        origin = from;
        reason = why;
        state = OrderState.SUBMITTED;
        clear(order.lots(), order.limitTicks(), nowNanos);
    }

    /** An order that waits here; nobody but this desk knows of it. */
    void hold(HeldOrder order, OrderDraft draft, long nowNanos) {
        orderId = order.orderId();
        instrument = order.instrument();
        side = order.side();
        market = draft.type().tradesAtMarket();
        entry = draft.entry();
        source = OrderSource.of(draft.origin(), OrderSource.NO_STRATEGY, draft.link());
        sentNanos = 0;
        doubledArrivalTicks = 0;
        ending = false;
        origin = draft.origin();
        reason = draft.reason();
        state = OrderState.WAITING;
        clear(order.lots(), order.limitTicks(), nowNanos);
        trigger.set(order, draft.type());
    }

    private void clear(long orderLots, long orderLimitTicks, long nowNanos) {
        link = OrderLink.NONE;
        lots = orderLots;
        limitTicks = orderLimitTicks;
        filledLots = 0;
        filledTickLots = 0;
        createdNanos = nowNanos;
        changedNanos = nowNanos;
        acknowledged = false;
        cancelAsked = false;
        amendAsked = false;
        askedLots = 0;
        askedLimitTicks = 0;
        amends = 0;
        revision = 0;
        staysFor = null;
        trigger.clear();
    }

    /** Its price came and the gate let it go with these terms. */
    void release(CheckedOrder order, long nowNanos) {
        sentNanos = nowNanos;
        doubledArrivalTicks = order.doubledArrivalTicks();
        lots = order.lots();
        limitTicks = order.limitTicks();
        entry = order.entry();
    }

    /** New terms while it waits; a limit keeps its distance from the trigger. */
    void retrigger(long newLots, long newTriggerTicks) {
        lots = newLots;
        long moved = trigger.moveTo(newTriggerTicks);
        if (!market) {
            limitTicks += moved;
        }
    }

    /** How long a person wants the order to stay, and what it may not do. */
    void lasting(OrderDraft draft, long nowNanos) {
        timeInForce = draft.timeInForce();
        handling = draft.handling();
        link = draft.link();
        endsNanos = switch (timeInForce) {
            case GOOD_TILL_CANCELLED, IMMEDIATE_OR_CANCEL, FILL_OR_KILL -> Long.MAX_VALUE;
            case DAY -> (Math.floorDiv(nowNanos, DAY_NANOS) + 1) * DAY_NANOS;
            case GOOD_TILL_DATE -> handling.endsNanos();
        };
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
        return state == OrderState.WAITING ? trigger.ticks() : limitTicks;
    }

    @Override
    public boolean isRestingLimit() {
        return state == OrderState.WAITING || (!market && !entry.isImmediate());
    }

    @Override
    public boolean reduceOnly() {
        return handling.reduceOnly();
    }

    @Override
    public OrderSource source() {
        return source;
    }

    @Override
    public long sentNanos() {
        return sentNanos;
    }

    @Override
    public long doubledArrivalTicks() {
        return doubledArrivalTicks;
    }

    /** Trades at whatever the book offers, once it trades. */
    @Override
    public boolean isMarket() {
        return market;
    }

    public BookEntry entry() {
        return entry;
    }

    /** The limit that a waiting order will have; zero when it will trade at the market. */
    @Override
    public long limitTicksWhenReached() {
        return limitTicks;
    }

    public OrderOrigin origin() {
        return origin;
    }

    /** Which parent the order works for. */
    public OrderLink link() {
        return link;
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

    /** What the order could still trade at a venue; while an amend is on its way, under the terms that allow more. */
    long exposedLots() {
        if (state == OrderState.WAITING) {
            return 0;
        }
        return (amendAsked ? Math.max(lots, askedLots) : lots) - filledLots;
    }

    /** The price of ours that another order would meet in the book, zero where none rests; the nearer one during an amend. */
    long meetableTicks() {
        if (state == OrderState.WAITING || state.isTerminal() || market || entry.isImmediate()) {
            return 0;
        }
        if (!amendAsked) {
            return limitTicks;
        }
        return side == Side.SELL ? Math.min(limitTicks, askedLimitTicks) : Math.max(limitTicks, askedLimitTicks);
    }

    /** The exposed lots at the worse of the limits that may stand at the venue. */
    long exposedTickLots() {
        return Math.multiplyExact(exposedLots(), amendAsked ? Math.max(limitTicks, askedLimitTicks) : limitTicks);
    }

    /** The order as a value. */
    public Order toOrder(Instrument terms) {
        OrderType type = trigger.type(terms, side, market, limitTicks);
        OrderDraft draft = new OrderDraft(
                terms.id(), side, type, terms.quantityOf(lots), timeInForce, handling, origin, link, reason);
        Money notional = Money.of(Math.multiplyExact(filledTickLots, terms.moneyUnitsPerTickLot()), terms.quote());
        return new Order(
                new OrderId(orderId), draft, state, terms.quantityOf(filledLots), notional, createdNanos, changedNanos);
    }

    void save(StateWriter out) {
        out.putLong(orderId);
        out.putInt(instrument);
        out.putBoolean(side == Side.BUY);
        out.putBoolean(market);
        out.putString(entry.name());
        out.putString(timeInForce.name());
        out.putBoolean(handling.postOnly());
        out.putBoolean(handling.reduceOnly());
        out.putLong(handling.endsNanos());
        out.putLong(endsNanos);
        out.putBoolean(ending);
        out.putInt(source.strategy());
        out.putLong(sentNanos);
        out.putLong(doubledArrivalTicks);
        out.putString(origin.name());
        out.putLong(link.parent());
        out.putString(link.leg().name());
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
        out.putInt(amends);
        out.putInt(revision);
        out.putString(staysFor == null ? "" : staysFor.name());
        trigger.save(out);
    }

    void load(StateReader in) {
        orderId = in.getLong();
        instrument = in.getInt();
        side = in.getBoolean() ? Side.BUY : Side.SELL;
        market = in.getBoolean();
        entry = BookEntry.valueOf(in.getString());
        timeInForce = TimeInForce.valueOf(in.getString());
        boolean postOnly = in.getBoolean();
        boolean reduceOnly = in.getBoolean();
        handling = new OrderHandling(postOnly, reduceOnly, in.getLong());
        endsNanos = in.getLong();
        ending = in.getBoolean();
        int strategy = in.getInt();
        sentNanos = in.getLong();
        doubledArrivalTicks = in.getLong();
        origin = OrderOrigin.valueOf(in.getString());
        long parent = in.getLong();
        link = new OrderLink(parent, OrderLeg.valueOf(in.getString()));
        source = OrderSource.of(origin, strategy, link);
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
        amends = in.getInt();
        revision = in.getInt();
        String stays = in.getString();
        staysFor = stays.isEmpty() ? null : RefusalCode.valueOf(stays);
        trigger.load(in);
    }
}
