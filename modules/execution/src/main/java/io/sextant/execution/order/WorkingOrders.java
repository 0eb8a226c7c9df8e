package io.sextant.execution.order;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RefusalCode;
import io.sextant.execution.VenueListener;
import io.sextant.execution.gate.CheckedAmend;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.execution.outside.StandingOrder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The order state machine: what was sent, what the venue said, what may still trade. Requests and answers change flags and
 * quantities of a slot; where it stands follows from those, and every change of state goes through one door that knows
 * {@link Transitions}. An answer that does not fit is reported and not followed, but a late fill is booked. The venue is believed
 * to report in order; repeats do no harm.
 *
 * <p>Orders that are done stay findable until {@link #REMEMBERED} others are done after them. Runs on the engine's thread.
 */
public final class WorkingOrders implements VenueListener {

    /** How many done orders are remembered for late and repeated answers. */
    public static final int REMEMBERED = 2_048;

    private static final String ACCEPTED = "accepted by the venue";
    private static final String PARTLY_FILLED = "partly filled";
    private static final String FILLED = "filled";
    private static final String CANCELLED_AS_ASKED = "cancelled as asked";
    private static final String CANCELLED_REST = "the rest could not trade at once";
    private static final String CANCELLED_BY_VENUE = "cancelled by the venue";
    private static final String EXPIRED = "expired";
    private static final String NO_ANSWER = "the venue does not answer";

    private final OrderListener listener;
    private final OrderDoor door;
    private final SlotPool pool;
    private final Exposure exposure;
    private final NearestOrders nearest;
    private final OrderEnds ends;
    private final WaitingRoom waiting;

    public WorkingOrders(int instruments, int maxWorking, OrderListener listener) {
        this.listener = listener;
        door = new OrderDoor(instruments, maxWorking, REMEMBERED, listener);
        pool = door.pool;
        exposure = door.exposure;
        nearest = exposure.nearest;
        ends = new OrderEnds(door);
        waiting = new WaitingRoom(instruments, door, ends);
    }

    /** Takes in an order that passed the gate, before it is handed to the venue. */
    public OrderSlot open(CheckedOrder order, OrderDraft draft, long nowNanos) {
        OrderSlot slot =
                begin(order, draft.type() instanceof OrderType.Market, draft.origin(), draft.reason(), nowNanos);
        slot.lasting(draft, nowNanos);
        ends.add(slot);
        return submitted(slot, nowNanos);
    }

    /** Takes in an order by numbers; how long it stays follows from how it enters the book. */
    public OrderSlot open(CheckedOrder order, boolean market, OrderOrigin origin, String reason, long nowNanos) {
        return submitted(begin(order, market, origin, reason, nowNanos), nowNanos);
    }

    private OrderSlot begin(CheckedOrder order, boolean market, OrderOrigin origin, String reason, long nowNanos) {
        OrderSlot slot = door.take(order.orderId());
        slot.begin(order, market, origin, reason, nowNanos);
        pool.register(slot);
        return slot;
    }

    private OrderSlot submitted(OrderSlot slot, long nowNanos) {
        exposure.count(slot, 1);
        door.state(slot, OrderState.SUBMITTED, nowNanos, slot.reason);
        return slot;
    }

    /**
     * Notes that a cancel is on its way to the venue, which knows nothing of an order that waits here. Null when so, else why it makes
     * no sense to send one.
     */
    public @Nullable RefusalCode requestCancel(long orderId, long nowNanos, String reason) {
        OrderSlot slot = pool.find(orderId);
        if (slot == null) {
            return RefusalCode.UNKNOWN_ORDER;
        }
        if (slot.state.isTerminal()) {
            return RefusalCode.ORDER_ALREADY_DONE;
        }
        if (slot.state == OrderState.CANCEL_PENDING) {
            return RefusalCode.CHANGE_PENDING;
        }
        if (slot.state == OrderState.WAITING) {
            return RefusalCode.UNKNOWN_ORDER;
        }
        slot.cancelAsked = true;
        door.state(slot, OrderState.CANCEL_PENDING, nowNanos, reason);
        return null;
    }

    /** Notes that new terms are on their way to the venue; the gate made sure that the order can take them. */
    public void requestAmend(CheckedAmend amend, long nowNanos, String reason) {
        OrderSlot slot = pool.find(amend.orderId());
        if (slot == null || slot.amendAsked) {
            throw new IllegalStateException("order #" + amend.orderId() + " cannot be amended now");
        }
        exposure.count(slot, -1);
        slot.amendAsked = true;
        slot.amends++;
        slot.askedLots = amend.lots();
        slot.askedLimitTicks = amend.limitTicks();
        exposure.count(slot, 1);
        door.state(slot, OrderState.AMEND_PENDING, nowNanos, reason);
    }

    @Override
    public void onAccepted(long orderId, long timeNanos) {
        OrderSlot slot = door.findOrReport(orderId, timeNanos);
        if (slot == null || (slot.acknowledged && slot.state != OrderState.UNKNOWN)) {
            return;
        }
        slot.acknowledged = true;
        if (!slot.state.isTerminal()) {
            door.settle(slot, timeNanos, ACCEPTED);
        }
    }

    @Override
    public void onRejected(long orderId, long timeNanos, RefusalCode code) {
        OrderSlot slot = door.findOrReport(orderId, timeNanos);
        if (slot == null || slot.state == OrderState.REJECTED) {
            return;
        }
        if (slot.acknowledged || slot.filledLots > 0 || slot.state.isTerminal()) {
            listener.onOddAnswer(orderId, OddAnswer.OUT_OF_TURN, timeNanos);
            return;
        }
        door.state(slot, OrderState.REJECTED, timeNanos, OrderReasons.REJECTED.with(code));
    }

    @Override
    public void onFill(long orderId, long tradeId, long timeNanos, long priceTicks, long lots, boolean maker) {
        OrderSlot slot = door.findOrReport(orderId, timeNanos);
        if (slot == null) {
            return;
        }
        if (lots <= 0) {
            listener.onOddAnswer(orderId, OddAnswer.OUT_OF_TURN, timeNanos);
            return;
        }
        if (!pool.isFirstReport(slot, tradeId)) {
            return;
        }
        if (lots > slot.remainingLots()) {
            listener.onOddAnswer(orderId, OddAnswer.OVERFILL, timeNanos);
            return;
        }
        boolean late = slot.state.isTerminal();
        if (!late) {
            exposure.count(slot, -1);
        }
        slot.filledLots += lots;
        slot.filledTickLots = Math.addExact(slot.filledTickLots, Math.multiplyExact(priceTicks, lots));
        slot.changedNanos = timeNanos;
        if (late) {
            listener.onOddAnswer(orderId, OddAnswer.LATE_FILL, timeNanos);
            listener.onFilled(slot, tradeId, priceTicks, lots, maker, timeNanos);
            return;
        }
        exposure.count(slot, 1);
        listener.onFilled(slot, tradeId, priceTicks, lots, maker, timeNanos);
        door.settle(slot, timeNanos, slot.remainingLots() == 0 ? FILLED : PARTLY_FILLED);
    }

    @Override
    public void onCancelled(long orderId, long timeNanos) {
        OrderSlot slot = door.findOrReport(orderId, timeNanos);
        if (slot == null || slot.state == OrderState.CANCELLED || (slot.ending && slot.state == OrderState.EXPIRED)) {
            return;
        }
        if (slot.state.isTerminal()) {
            listener.onOddAnswer(orderId, OddAnswer.OUT_OF_TURN, timeNanos);
            return;
        }
        if (slot.ending) {
            door.state(slot, OrderState.EXPIRED, timeNanos, EXPIRED);
            return;
        }
        String why =
                slot.cancelAsked ? CANCELLED_AS_ASKED : slot.entry.isImmediate() ? CANCELLED_REST : CANCELLED_BY_VENUE;
        door.state(slot, OrderState.CANCELLED, timeNanos, why);
    }

    @Override
    public void onCancelRejected(long orderId, long timeNanos, RefusalCode code) {
        OrderSlot slot = door.findOrReport(orderId, timeNanos);
        if (slot == null) {
            return;
        }
        if (!slot.cancelAsked) {
            listener.onOddAnswer(orderId, OddAnswer.UNASKED, timeNanos);
            return;
        }
        slot.cancelAsked = false;
        if (!slot.state.isTerminal()) {
            door.settle(slot, timeNanos, OrderReasons.CANCEL_REJECTED.with(code));
        }
    }

    @Override
    public void onAmended(long orderId, long timeNanos, long lots, long limitTicks) {
        OrderSlot slot = door.findOrReport(orderId, timeNanos);
        if (slot == null || (slot.lots == lots && slot.limitTicks == limitTicks && !slot.amendAsked)) {
            return;
        }
        if (!slot.amendAsked || slot.askedLots != lots || slot.askedLimitTicks != limitTicks) {
            listener.onOddAnswer(orderId, OddAnswer.UNASKED, timeNanos);
            return;
        }
        if (slot.state.isTerminal() || lots < slot.filledLots) {
            listener.onOddAnswer(orderId, OddAnswer.OUT_OF_TURN, timeNanos);
            return;
        }
        exposure.count(slot, -1);
        slot.amendAsked = false;
        slot.revision = slot.amends;
        slot.lots = lots;
        slot.limitTicks = limitTicks;
        exposure.count(slot, 1);
        door.settle(slot, timeNanos, OrderDoor.AMENDED);
    }

    @Override
    public void onAmendRejected(long orderId, long timeNanos, RefusalCode code) {
        OrderSlot slot = door.findOrReport(orderId, timeNanos);
        if (slot == null) {
            return;
        }
        if (!slot.amendAsked) {
            listener.onOddAnswer(orderId, OddAnswer.UNASKED, timeNanos);
            return;
        }
        if (slot.state.isTerminal()) {
            slot.amendAsked = false;
            return;
        }
        exposure.count(slot, -1);
        slot.amendAsked = false;
        exposure.count(slot, 1);
        door.settle(slot, timeNanos, OrderReasons.AMEND_REJECTED.with(code));
    }

    /** When the next order is to end by itself, {@link Long#MAX_VALUE} when none is. */
    public long nextEndNanos() {
        return ends.nextNanos();
    }

    /** Hands on each order whose time is over, once; the venue's answer to a cancel of it then counts as its end. */
    public void endDue(long nowNanos, LongConsumer cancel) {
        ends.due(nowNanos, cancel);
    }

    /** The orders that no venue knows of yet. */
    public WaitingRoom waiting() {
        return waiting;
    }

    /** The order's instrument or its own time came to an end. */
    public void expire(long orderId, long nowNanos) {
        OrderSlot held = pool.find(orderId);
        if (held != null && held.state == OrderState.WAITING) {
            held.ending = true;
            waiting.end(held, nowNanos, EXPIRED);
            return;
        }
        OrderSlot slot = door.findOrReport(orderId, nowNanos);
        if (slot != null && !slot.state.isTerminal()) {
            door.state(slot, OrderState.EXPIRED, nowNanos, EXPIRED);
        }
    }

    /** The venue did not answer in time; the next thing it says about the order settles where it stands. */
    public void onSilence(long orderId, long nowNanos) {
        OrderSlot slot = door.findOrReport(orderId, nowNanos);
        if (slot != null && !slot.state.isTerminal() && slot.state != OrderState.UNKNOWN) {
            door.state(slot, OrderState.UNKNOWN, nowNanos, NO_ANSWER);
        }
    }

    /** Working, or done and still remembered. */
    public @Nullable OrderSlot find(long orderId) {
        return pool.find(orderId);
    }

    /** What a venue outside this process is told when an engine begins; what waits here is none of its business. */
    public List<StandingOrder> standing() {
        return pool.standing();
    }

    public int workingCount() {
        return pool.workingCount();
    }

    /** In the order of opening. An order that ends during the walk must not be asked for the one after it. */
    public @Nullable OrderSlot firstWorking() {
        return pool.firstWorking();
    }

    public @Nullable OrderSlot nextWorking(OrderSlot slot) {
        return pool.after(slot);
    }

    /** In the order of opening; the order at hand may end meanwhile, others may not. */
    public void forEachWorking(Consumer<OrderSlot> action) {
        OrderSlot slot = pool.firstWorking();
        while (slot != null) {
            OrderSlot following = pool.after(slot);
            action.accept(slot);
            slot = following;
        }
    }

    /** What working orders of this side could still trade; an amend on its way counts with the terms that allow more. */
    public long workingLots(int instrument, Side side) {
        return exposure.lots(instrument, side);
    }

    /** The same lots, each times its order's limit. */
    public long workingTickLots(int instrument, Side side) {
        return exposure.tickLots(instrument, side);
    }

    /**
     * The limit of our own resting order of this side that another of ours would meet first, zero when none rests. Walks the orders
     * of the engine only after the nearest one changed.
     */
    public long nearestRestingTicks(int instrument, Side side) {
        return nearest.ticks(instrument, side, pool);
    }

    /** What working children of a parent order could still trade. */
    public long workingChildLots(long parent) {
        long lots = 0;
        for (OrderSlot slot = pool.firstWorking(); slot != null; slot = pool.after(slot)) {
            if (slot.source.parent() == parent) {
                lots = Math.addExact(lots, slot.exposedLots());
            }
        }
        return lots;
    }

    /** The same in one instrument. */
    public long workingChildLots(long parent, int instrument) {
        long lots = 0;
        for (OrderSlot slot = pool.firstWorking(); slot != null; slot = pool.after(slot)) {
            if (slot.source.parent() == parent && slot.instrument() == instrument) {
                lots = Math.addExact(lots, slot.exposedLots());
            }
        }
        return lots;
    }

    public void save(StateWriter out) {
        pool.save(out);
        ends.save(out);
    }

    public void load(StateReader in) {
        pool.load(in);
        exposure.clear();
        for (OrderSlot slot = pool.firstWorking(); slot != null; slot = pool.after(slot)) {
            exposure.count(slot, 1);
        }
        ends.load(in);
        waiting.load();
    }
}
