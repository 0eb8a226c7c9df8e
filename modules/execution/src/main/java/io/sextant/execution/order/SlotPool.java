package io.sextant.execution.order;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.order.OrderState;
import io.sextant.execution.outside.StandingOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slots: working ones in the order of opening, done ones in the order of ending until they are reused, so that what a
 * venue still says about them finds them. Makes slots as they are first needed and none after that.
 */
final class SlotPool {

    private static final int FIRST_TRADES = 1_024;

    private final int maxDone;
    private final OrderSlot[] slots;
    private final OrderList working;
    private final OrderList done;
    private final OrderList free;
    private final OrderIndex index;
    private final SeenTrades seenTrades = new SeenTrades(FIRST_TRADES);

    private int made;

    SlotPool(int maxWorking, int maxDone) {
        this.maxDone = maxDone;
        slots = new OrderSlot[maxWorking + maxDone + 1];
        working = new OrderList(slots);
        done = new OrderList(slots);
        free = new OrderList(slots);
        index = new OrderIndex(slots.length);
    }

    /** A slot at the end of the working ones; its caller fills it and then {@link #register}s it. */
    OrderSlot take() {
        OrderSlot slot;
        if (free.size() > 0) {
            slot = slots[free.first()];
            free.remove(slot);
        } else {
            slot = new OrderSlot(made);
            slots[made++] = slot;
        }
        working.addLast(slot);
        return slot;
    }

    void register(OrderSlot slot) {
        index.put(slot.orderId, slot.index);
    }

    /** Moves a working slot among the done ones and forgets the oldest of those when there are too many. */
    void retire(OrderSlot slot) {
        working.remove(slot);
        done.addLast(slot);
        if (done.size() > maxDone) {
            release(slots[done.first()]);
        }
    }

    private void release(OrderSlot slot) {
        done.remove(slot);
        seenTrades.forget(slot);
        index.remove(slot.orderId);
        free.addLast(slot);
    }

    @Nullable OrderSlot find(long orderId) {
        int at = index.find(orderId);
        return at == OrderSlot.NONE ? null : slots[at];
    }

    boolean isFirstReport(OrderSlot slot, long tradeId) {
        return seenTrades.add(slot, tradeId);
    }

    /** All but what waits here. */
    List<StandingOrder> standing() {
        List<StandingOrder> standing = new ArrayList<>();
        for (OrderSlot slot = firstWorking(); slot != null; slot = after(slot)) {
            if (slot.state != OrderState.WAITING) {
                standing.add(new StandingOrder(
                        slot.orderId,
                        slot.instrument,
                        slot.side,
                        slot.entry,
                        slot.lots,
                        slot.limitTicks,
                        slot.filledLots,
                        slot.acknowledged,
                        slot.cancelAsked,
                        slot.amendAsked,
                        slot.askedLots,
                        slot.askedLimitTicks,
                        slot.amends,
                        slot.revision,
                        seenTrades.of(slot)));
            }
        }
        return standing;
    }

    int workingCount() {
        return working.size();
    }

    @Nullable OrderSlot firstWorking() {
        return at(working.first());
    }

    @Nullable OrderSlot after(OrderSlot slot) {
        return at(slot.next);
    }

    private @Nullable OrderSlot at(int position) {
        return position == OrderSlot.NONE ? null : slots[position];
    }

    void save(StateWriter out) {
        save(out, working);
        save(out, done);
    }

    private void save(StateWriter out, OrderList list) {
        out.putInt(list.size());
        for (OrderSlot slot = at(list.first()); slot != null; slot = after(slot)) {
            slot.save(out);
            seenTrades.save(out, slot);
        }
    }

    void load(StateReader in) {
        working.clear();
        done.clear();
        free.clear();
        index.clear();
        seenTrades.clear();
        for (int i = 0; i < made; i++) {
            slots[i].seenTrades = OrderSlot.NONE;
            free.addLast(slots[i]);
        }
        int workingCount = in.getInt();
        for (int i = 0; i < workingCount; i++) {
            loadSlot(in);
        }
        int doneCount = in.getInt();
        for (int i = 0; i < doneCount; i++) {
            retire(loadSlot(in));
        }
    }

    private OrderSlot loadSlot(StateReader in) {
        OrderSlot slot = take();
        slot.load(in);
        register(slot);
        seenTrades.load(in, slot);
        return slot;
    }
}
