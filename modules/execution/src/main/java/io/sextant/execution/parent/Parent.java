package io.sextant.execution.parent;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderLink;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import io.sextant.execution.order.OrderSlot;
import org.jspecify.annotations.Nullable;

/**
 * An order that works through others. It hears what happens to its children, to trades and to time, and only notes that; what it
 * does about it, it does in {@link #look}, which is called after the step in which it heard. So no answer meets a half-done
 * reaction to another. Runs on the engine's thread; all of it is state.
 */
public abstract class Parent {

    /** How long what a cancelled child left open is kept back: a fill may have crossed the cancel. */
    public static final long LATE_FILL_NANOS = 1_000_000_000L;

    /** How long after a refused cancel it is asked for again. */
    public static final long CANCEL_AGAIN_NANOS = 1_000_000_000L;

    protected static final long NEVER = Long.MAX_VALUE;

    private static final int FINER_DIGITS = 2;
    private static final double FINER = 100;

    protected final long id;
    protected final int index;
    protected final Instrument instrument;
    protected final Side side;
    protected final long lots;
    protected final OrderOrigin origin;
    protected final Children children = new Children();

    protected ParentStage stage = ParentStage.WORKING;
    protected String reason = "";
    protected long createdNanos;
    protected long changedNanos;
    protected long filledLots;
    protected long filledTickLots;
    protected long feeUnits;
    /** Twice the middle of the market when it began, zero when there was none. */
    protected long arrivalDoubledTicks;

    private boolean needsLook;

    protected Parent(long id, int index, Instrument instrument, Side side, long lots, OrderOrigin origin) {
        this.id = id;
        this.index = index;
        this.instrument = instrument;
        this.side = side;
        this.lots = lots;
        this.origin = origin;
    }

    public abstract ParentKind kind();

    /** Does what is to be done now. */
    public abstract void look(ParentDesk desk);

    /** When it has to look even if nothing happened, {@link Long#MAX_VALUE} for never. */
    public abstract long nextLookNanos();

    /** When it has to look, also for a cancel that was refused and is to be asked for again. */
    public final long wakeNanos() {
        return Math.min(nextLookNanos(), children.cancelAgainNanos());
    }

    /** When it is planned to end; zero where it is not. */
    protected abstract long endsNanos();

    /** Twice the price to beat, as a fraction of ticks; zero where there is none yet. */
    protected abstract double benchmarkDoubledTicks();

    /** The quantity that was traded of what this parent is measured by. */
    protected abstract boolean isMeasured(OrderLeg leg);

    /** Something was traded in the instrument. */
    public abstract void traded(long nowNanos, long priceTicks, long tradedLots);

    /** An order of this parent ended; the child is in its last state. */
    protected abstract void ended(Child child, String why, ParentDesk desk);

    public final void begin(ParentDesk desk) {
        createdNanos = desk.nowNanos();
        changedNanos = createdNanos;
        arrive(desk);
        needsLook = true;
    }

    /** Notes the market as it is when this begins. */
    protected void arrive(ParentDesk desk) {
        long bid = desk.bidTicks(index);
        long ask = desk.askTicks(index);
        arrivalDoubledTicks = bid > 0 && ask > 0 ? bid + ask : 2 * desk.lastTicks(index);
    }

    public final void orderChanged(OrderSlot slot, String why, ParentDesk desk) {
        noted(slot.orderId(), slot.state(), slot.lots(), slot.limitTicks(), slot.changedNanos(), why, desk);
    }

    final void noted(
            long orderId, OrderState state, long newLots, long ticks, long nowNanos, String why, ParentDesk desk) {
        needsLook = true;
        Child child = findChild(orderId);
        if (child == null) {
            return;
        }
        OrderState before = child.state;
        child.state = state;
        child.lots = newLots;
        child.ticks = ticks;
        boolean rests = state == OrderState.ACCEPTED || state == OrderState.PARTLY_FILLED;
        if (child.cancelAsked && rests && before != state) {
            child.cancelAsked = false;
            child.cancelAgainNanos = nowNanos + CANCEL_AGAIN_NANOS;
        }
        moved(child, before);
        if (state.isTerminal() && !before.isTerminal()) {
            child.endedNanos = nowNanos;
            ended(child, why, desk);
        }
    }

    /** A child went from one state to another, and is not over. */
    protected void moved(Child child, OrderState before) {}

    /** {@code fillIndex} is that of the order's instrument. */
    public final void filled(
            long orderId, int fillIndex, OrderLeg leg, long priceTicks, long fillLots, long fillFeeUnits) {
        needsLook = true;
        Child child = findChild(orderId);
        if (child != null) {
            child.filledLots += fillLots;
        }
        feeUnits = Math.addExact(feeUnits, fillFeeUnits);
        if (isMeasured(leg)) {
            measured(fillIndex, priceTicks, fillLots);
        } else {
            closed(fillLots);
        }
    }

    /** A leg that this parent is measured by traded. */
    protected void measured(int fillIndex, long priceTicks, long fillLots) {
        filledLots = Math.addExact(filledLots, fillLots);
        filledTickLots = Math.addExact(filledTickLots, Math.multiplyExact(priceTicks, fillLots));
    }

    /** A leg that takes back what was opened traded. */
    protected void closed(long fillLots) {}

    /** Takes all of it back. */
    public final void cancel(String why, ParentDesk desk) {
        if (stage.isTerminal() || stage == ParentStage.ENDING) {
            return;
        }
        state(ParentStage.ENDING, why, desk);
        needsLook = true;
    }

    public final boolean needsLook() {
        return needsLook;
    }

    public final void wantLook() {
        needsLook = true;
    }

    /** Its time to look came. */
    public final void wake(long nowNanos) {
        needsLook = true;
        for (Child child : children) {
            if (child.cancelAgainNanos <= nowNanos) {
                child.cancelAgainNanos = 0;
            }
        }
    }

    public final void looked() {
        needsLook = false;
    }

    public final long id() {
        return id;
    }

    public final long createdNanos() {
        return createdNanos;
    }

    public final int index() {
        return index;
    }

    /** Whether it may trade this instrument. */
    public boolean concerns(int instrumentIndex) {
        return instrumentIndex == index;
    }

    public final long lots() {
        return lots;
    }

    public final ParentStage stage() {
        return stage;
    }

    /** Whether all of its orders are over, too. */
    public final boolean isOver() {
        return stage.isTerminal();
    }

    protected final void state(ParentStage next, String why, ParentDesk desk) {
        stage = next;
        reason = why;
        changedNanos = desk.nowNanos();
        desk.tell(this);
    }

    protected final void say(String why, ParentDesk desk) {
        if (!why.equals(reason)) {
            state(stage, why, desk);
        }
    }

    protected final @Nullable Child findWorking(OrderLeg leg) {
        return children.findWorking(leg);
    }

    protected final @Nullable Child findChild(long orderId) {
        return children.find(orderId);
    }

    /** What children can still trade: what works, and what a cancel left open too short a time ago to be sure. */
    protected final long reservedLots(long nowNanos) {
        return children.reserved(nowNanos, Child::remainingLots);
    }

    /** When the next kept-back part is free, {@link #NEVER} when none is. */
    protected final long nextFreeNanos() {
        return children.nextFreeNanos();
    }

    protected final void forgetOldChildren(long nowNanos) {
        children.forgetOld(nowNanos);
    }

    protected final boolean cancelChild(Child child, String why, ParentDesk desk) {
        if (child.cancelAsked || !child.isWorking() || desk.nowNanos() < child.cancelAgainNanos) {
            return false;
        }
        child.cancelAsked = true;
        if (desk.cancel(child.orderId, why)) {
            return true;
        }
        child.cancelAsked = child.state == OrderState.CANCEL_PENDING;
        return false;
    }

    /** Whether nothing is left working after asking for the end of everything. */
    protected final boolean takeBackChildren(String why, ParentDesk desk) {
        boolean none = true;
        for (Child child : children.copy()) {
            cancelChild(child, why, desk);
            none &= !child.isWorking();
        }
        return none;
    }

    protected final @Nullable Child place(
            Side orderSide,
            long orderLots,
            OrderType type,
            boolean reduceOnly,
            OrderLeg leg,
            String why,
            ParentDesk desk) {
        boolean immediate = type instanceof OrderType.Market;
        OrderDraft draft = new OrderDraft(
                instrument.id(),
                orderSide,
                type,
                instrument.quantityOf(orderLots),
                immediate ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.GOOD_TILL_CANCELLED,
                reduceOnly ? OrderHandling.PLAIN.withReduceOnly() : OrderHandling.PLAIN,
                origin,
                new OrderLink(id, leg),
                why);
        return place(draft, desk);
    }

    protected final @Nullable Child place(OrderDraft draft, ParentDesk desk) {
        return place(draft, index, instrument, desk);
    }

    protected final @Nullable Child place(OrderDraft draft, int at, Instrument on, ParentDesk desk) {
        long orderId = desk.place(draft);
        if (orderId == 0) {
            return null;
        }
        Child child = findChild(orderId);
        if (child == null) {
            child = new Child(orderId, at, draft.link().leg(), on.lotsOf(draft.quantity()), desk.nowNanos());
            child.ticks = draft.type().findMovable().map(on::ticksOf).orElse(0L);
            child.state = draft.type().waits() ? OrderState.WAITING : OrderState.SUBMITTED;
            children.add(child);
        }
        return child;
    }

    protected final String quantityText(long textLots) {
        return quantity(textLots).toString();
    }

    /** Of what {@link #lots} counts. */
    protected Quantity quantity(long counted) {
        return instrument.quantityOf(counted);
    }

    public ParentOrder toOrder() {
        return toOrder(
                price((double) arrivalDoubledTicks),
                filledLots == 0 ? null : price(2.0 * filledTickLots / filledLots),
                price(benchmarkDoubledTicks()));
    }

    protected final ParentOrder toOrder(@Nullable Price arrival, @Nullable Price average, @Nullable Price benchmark) {
        return new ParentOrder(
                new OrderId(id),
                kind(),
                instrument.id(),
                side,
                quantity(lots),
                quantity(filledLots),
                stage,
                reason,
                arrival,
                average,
                benchmark,
                Money.of(feeUnits, instrument.quote()),
                createdNanos,
                endsNanos(),
                changedNanos);
    }

    private @Nullable Price price(double doubledTicks) {
        if (doubledTicks == 0) {
            return null;
        }
        Price tick = instrument.rules().tick();
        return Price.of(Math.round(doubledTicks / 2 * tick.units() * FINER), tick.scale() + FINER_DIGITS);
    }

    /** Writes what {@link #load} reads; what it was asked for is kept by its owner. */
    public void save(StateWriter out) {
        out.putString(stage.name());
        out.putString(reason);
        out.putLong(createdNanos);
        out.putLong(changedNanos);
        out.putLong(filledLots);
        out.putLong(filledTickLots);
        out.putLong(feeUnits);
        out.putLong(arrivalDoubledTicks);
        out.putBoolean(needsLook);
        children.save(out);
    }

    public void load(StateReader in) {
        stage = ParentStage.valueOf(in.getString());
        reason = in.getString();
        createdNanos = in.getLong();
        changedNanos = in.getLong();
        filledLots = in.getLong();
        filledTickLots = in.getLong();
        feeUnits = in.getLong();
        arrivalDoubledTicks = in.getLong();
        needsLook = in.getBoolean();
        children.load(in);
    }
}
