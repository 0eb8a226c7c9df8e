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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
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
    public static final int REMEMBERED = 256;

    private static final String ACCEPTED = "accepted by the venue";
    private static final String PARTLY_FILLED = "partly filled";
    private static final String FILLED = "filled";
    private static final String CANCELLED_AS_ASKED = "cancelled as asked";
    private static final String CANCELLED_REST = "the rest could not trade at once";
    private static final String CANCELLED_BY_VENUE = "cancelled by the venue";
    private static final String AMENDED = "amended as asked";
    private static final String EXPIRED = "expired";
    private static final String NO_ANSWER = "the venue does not answer";
    private static final Map<RefusalCode, String> REJECTED = reasons("rejected by the venue: ");
    private static final Map<RefusalCode, String> CANCEL_REJECTED = reasons("the venue refused to cancel: ");
    private static final Map<RefusalCode, String> AMEND_REJECTED = reasons("the venue refused to amend: ");

    private final int maxWorking;
    private final OrderListener listener;
    private final SlotPool pool;
    private final long[] buyLots;
    private final long[] sellLots;
    private final long[] buyTickLots;
    private final long[] sellTickLots;

    public WorkingOrders(int instruments, int maxWorking, OrderListener listener) {
        this.maxWorking = maxWorking;
        this.listener = listener;
        pool = new SlotPool(maxWorking, REMEMBERED);
        buyLots = new long[instruments];
        sellLots = new long[instruments];
        buyTickLots = new long[instruments];
        sellTickLots = new long[instruments];
    }

    private static Map<RefusalCode, String> reasons(String beginning) {
        Map<RefusalCode, String> byCode = new EnumMap<>(RefusalCode.class);
        for (RefusalCode code : RefusalCode.values()) {
            byCode.put(code, beginning + code);
        }
        return byCode;
    }

    private static String reason(Map<RefusalCode, String> byCode, RefusalCode code) {
        return Objects.requireNonNull(byCode.get(code));
    }

    /** Takes in an order that passed the gate, before it is handed to the venue. */
    public OrderSlot open(CheckedOrder order, OrderDraft draft, long nowNanos) {
        return open(order, draft.type() instanceof OrderType.Market, draft.origin(), draft.reason(), nowNanos);
    }

    public OrderSlot open(CheckedOrder order, boolean market, OrderOrigin origin, String reason, long nowNanos) {
        if (pool.workingCount() >= maxWorking) {
            throw new IllegalStateException("the gate let more than " + maxWorking + " orders work");
        }
        if (pool.find(order.orderId()) != null) {
            throw new IllegalStateException("order #" + order.orderId() + " was opened twice");
        }
        OrderSlot slot = pool.take();
        slot.begin(order, market, origin, reason, nowNanos);
        pool.register(slot);
        expose(slot, 1);
        state(slot, OrderState.SUBMITTED, nowNanos, reason);
        return slot;
    }

    /** Notes that a cancel is on its way to the venue. Null when so, else why it makes no sense to send one. */
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
        slot.cancelAsked = true;
        state(slot, OrderState.CANCEL_PENDING, nowNanos, reason);
        return null;
    }

    /** Notes that new terms are on their way to the venue; the gate made sure that the order can take them. */
    public void requestAmend(CheckedAmend amend, long nowNanos, String reason) {
        OrderSlot slot = pool.find(amend.orderId());
        if (slot == null || slot.amendAsked) {
            throw new IllegalStateException("order #" + amend.orderId() + " cannot be amended now");
        }
        expose(slot, -1);
        slot.amendAsked = true;
        slot.askedLots = amend.lots();
        slot.askedLimitTicks = amend.limitTicks();
        expose(slot, 1);
        state(slot, OrderState.AMEND_PENDING, nowNanos, reason);
    }

    @Override
    public void onAccepted(long orderId, long timeNanos) {
        OrderSlot slot = findOrReport(orderId, timeNanos);
        if (slot == null || (slot.acknowledged && slot.state != OrderState.UNKNOWN)) {
            return;
        }
        slot.acknowledged = true;
        if (!slot.state.isTerminal()) {
            settle(slot, timeNanos, ACCEPTED);
        }
    }

    @Override
    public void onRejected(long orderId, long timeNanos, RefusalCode code) {
        OrderSlot slot = findOrReport(orderId, timeNanos);
        if (slot == null || slot.state == OrderState.REJECTED) {
            return;
        }
        if (slot.acknowledged || slot.filledLots > 0 || slot.state.isTerminal()) {
            listener.onOddAnswer(orderId, OddAnswer.OUT_OF_TURN, timeNanos);
            return;
        }
        state(slot, OrderState.REJECTED, timeNanos, reason(REJECTED, code));
    }

    @Override
    public void onFill(long orderId, long tradeId, long timeNanos, long priceTicks, long lots, boolean maker) {
        OrderSlot slot = findOrReport(orderId, timeNanos);
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
            expose(slot, -1);
        }
        slot.filledLots += lots;
        slot.filledTickLots = Math.addExact(slot.filledTickLots, Math.multiplyExact(priceTicks, lots));
        slot.changedNanos = timeNanos;
        if (late) {
            listener.onOddAnswer(orderId, OddAnswer.LATE_FILL, timeNanos);
            listener.onFilled(slot, tradeId, priceTicks, lots, maker, timeNanos);
            return;
        }
        expose(slot, 1);
        listener.onFilled(slot, tradeId, priceTicks, lots, maker, timeNanos);
        settle(slot, timeNanos, slot.remainingLots() == 0 ? FILLED : PARTLY_FILLED);
    }

    @Override
    public void onCancelled(long orderId, long timeNanos) {
        OrderSlot slot = findOrReport(orderId, timeNanos);
        if (slot == null || slot.state == OrderState.CANCELLED) {
            return;
        }
        if (slot.state.isTerminal()) {
            listener.onOddAnswer(orderId, OddAnswer.OUT_OF_TURN, timeNanos);
            return;
        }
        String why =
                slot.cancelAsked ? CANCELLED_AS_ASKED : slot.immediateOrCancel ? CANCELLED_REST : CANCELLED_BY_VENUE;
        state(slot, OrderState.CANCELLED, timeNanos, why);
    }

    @Override
    public void onCancelRejected(long orderId, long timeNanos, RefusalCode code) {
        OrderSlot slot = findOrReport(orderId, timeNanos);
        if (slot == null) {
            return;
        }
        if (!slot.cancelAsked) {
            listener.onOddAnswer(orderId, OddAnswer.UNASKED, timeNanos);
            return;
        }
        slot.cancelAsked = false;
        if (!slot.state.isTerminal()) {
            settle(slot, timeNanos, reason(CANCEL_REJECTED, code));
        }
    }

    @Override
    public void onAmended(long orderId, long timeNanos, long lots, long limitTicks) {
        OrderSlot slot = findOrReport(orderId, timeNanos);
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
        expose(slot, -1);
        slot.amendAsked = false;
        slot.lots = lots;
        slot.limitTicks = limitTicks;
        expose(slot, 1);
        settle(slot, timeNanos, AMENDED);
    }

    @Override
    public void onAmendRejected(long orderId, long timeNanos, RefusalCode code) {
        OrderSlot slot = findOrReport(orderId, timeNanos);
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
        expose(slot, -1);
        slot.amendAsked = false;
        expose(slot, 1);
        settle(slot, timeNanos, reason(AMEND_REJECTED, code));
    }

    /** The order's instrument or its own time came to an end. */
    public void expire(long orderId, long nowNanos) {
        OrderSlot slot = findOrReport(orderId, nowNanos);
        if (slot != null && !slot.state.isTerminal()) {
            state(slot, OrderState.EXPIRED, nowNanos, EXPIRED);
        }
    }

    /** The venue did not answer in time; the next thing it says about the order settles where it stands. */
    public void onSilence(long orderId, long nowNanos) {
        OrderSlot slot = findOrReport(orderId, nowNanos);
        if (slot != null && !slot.state.isTerminal() && slot.state != OrderState.UNKNOWN) {
            state(slot, OrderState.UNKNOWN, nowNanos, NO_ANSWER);
        }
    }

    /** Working, or done and still remembered. */
    public @Nullable OrderSlot find(long orderId) {
        return pool.find(orderId);
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
        return side == Side.BUY ? buyLots[instrument] : sellLots[instrument];
    }

    /** The same lots, each times its order's limit. */
    public long workingTickLots(int instrument, Side side) {
        return side == Side.BUY ? buyTickLots[instrument] : sellTickLots[instrument];
    }

    public void save(StateWriter out) {
        pool.save(out);
    }

    public void load(StateReader in) {
        pool.load(in);
        Arrays.fill(buyLots, 0);
        Arrays.fill(sellLots, 0);
        Arrays.fill(buyTickLots, 0);
        Arrays.fill(sellTickLots, 0);
        for (OrderSlot slot = pool.firstWorking(); slot != null; slot = pool.after(slot)) {
            expose(slot, 1);
        }
    }

    private @Nullable OrderSlot findOrReport(long orderId, long timeNanos) {
        OrderSlot slot = pool.find(orderId);
        if (slot == null) {
            listener.onOddAnswer(orderId, OddAnswer.UNKNOWN_ORDER, timeNanos);
        }
        return slot;
    }

    /** Where an order stands follows from what was asked, answered and filled. */
    private void settle(OrderSlot slot, long nowNanos, String why) {
        OrderState settled;
        if (slot.remainingLots() == 0) {
            settled = OrderState.FILLED;
        } else if (slot.cancelAsked) {
            settled = OrderState.CANCEL_PENDING;
        } else if (slot.amendAsked) {
            settled = OrderState.AMEND_PENDING;
        } else if (slot.filledLots > 0) {
            settled = OrderState.PARTLY_FILLED;
        } else {
            settled = slot.acknowledged ? OrderState.ACCEPTED : OrderState.SUBMITTED;
        }
        if (settled != slot.state || why.equals(AMENDED)) {
            state(slot, settled, nowNanos, why);
        }
    }

    /** The one door: every change of state, with its reason. */
    private void state(OrderSlot slot, OrderState next, long nowNanos, String why) {
        OrderState from = slot.state;
        if (from != next && !Transitions.isAllowed(from, next)) {
            throw new IllegalStateException("order #" + slot.orderId + " cannot go from " + from + " to " + next);
        }
        if (next.isTerminal()) {
            expose(slot, -1);
        }
        slot.state = next;
        slot.changedNanos = nowNanos;
        if (next.isTerminal()) {
            pool.retire(slot);
        }
        listener.onOrderChanged(slot, from, why);
    }

    private void expose(OrderSlot slot, int sign) {
        long lots = sign * slot.exposedLots();
        long tickLots = sign * slot.exposedTickLots();
        if (slot.side == Side.BUY) {
            buyLots[slot.instrument] = Math.addExact(buyLots[slot.instrument], lots);
            buyTickLots[slot.instrument] = Math.addExact(buyTickLots[slot.instrument], tickLots);
        } else {
            sellLots[slot.instrument] = Math.addExact(sellLots[slot.instrument], lots);
            sellTickLots[slot.instrument] = Math.addExact(sellTickLots[slot.instrument], tickLots);
        }
    }
}
