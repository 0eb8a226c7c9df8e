package io.sextant.execution.parent;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderState;

/** One order of a parent, as far as its answers are known. */
public final class Child {

    final long orderId;
    final int index;
    final OrderLeg leg;
    long lots;
    long filledLots;
    long ticks;
    OrderState state = OrderState.SUBMITTED;
    long placedNanos;
    long endedNanos;
    boolean cancelAsked;
    /** Before that, no cancel is asked for again. */
    long cancelAgainNanos;

    Child(long orderId, int index, OrderLeg leg, long lots, long nowNanos) {
        this.orderId = orderId;
        this.index = index;
        this.leg = leg;
        this.lots = lots;
        placedNanos = nowNanos;
    }

    public long orderId() {
        return orderId;
    }

    /** Of its instrument. */
    public int index() {
        return index;
    }

    public OrderLeg leg() {
        return leg;
    }

    public long filledLots() {
        return filledLots;
    }

    public long remainingLots() {
        return lots - filledLots;
    }

    /** The limit, or the trigger while it waits. */
    public long ticks() {
        return ticks;
    }

    public OrderState state() {
        return state;
    }

    public long placedNanos() {
        return placedNanos;
    }

    /** When it was over; only then. */
    public long endedNanos() {
        return endedNanos;
    }

    /** Whether its own parent asked for the cancel. */
    public boolean cancelAsked() {
        return cancelAsked;
    }

    public boolean isWorking() {
        return !state.isTerminal();
    }

    /** Whether it can be amended now. */
    public boolean isSettled() {
        return state == OrderState.ACCEPTED || state == OrderState.PARTLY_FILLED || state == OrderState.WAITING;
    }

    void save(StateWriter out) {
        out.putLong(orderId);
        out.putInt(index);
        out.putString(leg.name());
        out.putLong(lots);
        out.putLong(filledLots);
        out.putLong(ticks);
        out.putString(state.name());
        out.putLong(placedNanos);
        out.putLong(endedNanos);
        out.putBoolean(cancelAsked);
        out.putLong(cancelAgainNanos);
    }

    static Child load(StateReader in) {
        long orderId = in.getLong();
        int index = in.getInt();
        OrderLeg leg = OrderLeg.valueOf(in.getString());
        Child child = new Child(orderId, index, leg, in.getLong(), 0);
        child.filledLots = in.getLong();
        child.ticks = in.getLong();
        child.state = OrderState.valueOf(in.getString());
        child.placedNanos = in.getLong();
        child.endedNanos = in.getLong();
        child.cancelAsked = in.getBoolean();
        child.cancelAgainNanos = in.getLong();
        return child;
    }
}
