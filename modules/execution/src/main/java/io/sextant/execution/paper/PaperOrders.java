package io.sextant.execution.paper;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.execution.order.OrderIndex;
import org.jspecify.annotations.Nullable;

/** Our resting orders by instrument and side in the order in which they came, over a pool. */
final class PaperOrders {

    private final PaperOrder[] pool;
    private final OrderIndex index;
    private final @Nullable PaperOrder[] first;
    private final @Nullable PaperOrder[] last;

    private int made;
    private @Nullable PaperOrder free;
    private int resting;

    PaperOrders(int instruments, int maxOrders) {
        pool = new PaperOrder[maxOrders];
        index = new OrderIndex(maxOrders);
        first = new PaperOrder[2 * instruments];
        last = new PaperOrder[2 * instruments];
    }

    boolean isFull() {
        return free == null && made == pool.length;
    }

    /** An order in nobody's line, to be {@link #rest}ed or {@link #release}d. */
    PaperOrder take() {
        PaperOrder order = free;
        if (order != null) {
            free = order.next;
            order.next = null;
            return order;
        }
        order = new PaperOrder(made);
        pool[made++] = order;
        return order;
    }

    void release(PaperOrder order) {
        order.next = free;
        free = order;
    }

    @Nullable PaperOrder find(long orderId) {
        int place = index.find(orderId);
        return place == OrderIndex.NONE ? null : pool[place];
    }

    @Nullable PaperOrder first(int instrument, Side side) {
        return first[line(instrument, side)];
    }

    /** To the end of its line. */
    void rest(PaperOrder order) {
        int line = line(order.instrument, order.side);
        PaperOrder before = last[line];
        order.previous = before;
        order.next = null;
        if (before == null) {
            first[line] = order;
        } else {
            before.next = order;
        }
        last[line] = order;
        index.put(order.orderId, order.place);
        resting++;
    }

    void leave(PaperOrder order) {
        int line = line(order.instrument, order.side);
        PaperOrder before = order.previous;
        PaperOrder after = order.next;
        if (before == null) {
            first[line] = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last[line] = before;
        } else {
            after.previous = before;
        }
        order.previous = null;
        order.next = null;
        index.remove(order.orderId);
        resting--;
    }

    private static int line(int instrument, Side side) {
        return 2 * instrument + (side == Side.BUY ? 0 : 1);
    }

    void save(StateWriter out) {
        out.putInt(resting);
        for (PaperOrder head : first) {
            for (PaperOrder order = head; order != null; order = order.next) {
                order.save(out);
            }
        }
    }

    void load(StateReader in) {
        for (PaperOrder head : first.clone()) {
            PaperOrder order = head;
            while (order != null) {
                PaperOrder after = order.next;
                leave(order);
                release(order);
                order = after;
            }
        }
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            PaperOrder order = take();
            order.load(in);
            rest(order);
        }
    }
}
