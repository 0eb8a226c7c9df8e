package io.sextant.execution.order;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import java.util.function.LongConsumer;

/** When working orders end by themselves. */
final class OrderEnds {

    /** A cancel that the venue refused is asked for again; one that is on its way refuses a second one by itself. */
    private static final long AGAIN_NANOS = 5_000_000_000L;

    private final OrderDoor door;
    private long nextEndNanos = Long.MAX_VALUE;

    OrderEnds(OrderDoor door) {
        this.door = door;
    }

    void add(OrderSlot slot) {
        nextEndNanos = Math.min(nextEndNanos, slot.endsNanos);
    }

    long nextNanos() {
        return nextEndNanos;
    }

    /** Hands on each order whose time is over, until it is; the venue's answer to a cancel of it then counts as its end. */
    void due(long nowNanos, LongConsumer cancel) {
        long next = Long.MAX_VALUE;
        OrderSlot slot = door.pool.firstWorking();
        while (slot != null) {
            OrderSlot following = door.pool.after(slot);
            if (slot.endsNanos <= nowNanos) {
                slot.endsNanos = nowNanos + AGAIN_NANOS;
                slot.ending = true;
                cancel.accept(slot.orderId);
            }
            if (!slot.state.isTerminal()) {
                next = Math.min(next, slot.endsNanos);
            }
            slot = following;
        }
        nextEndNanos = next;
    }

    /** The next look is a step of its own, also where the order it was for is gone meanwhile: a replay has to take it too. */
    void save(StateWriter out) {
        out.putLong(nextEndNanos);
    }

    void load(StateReader in) {
        nextEndNanos = in.getLong();
    }
}
