package io.sextant.simulator;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.matching.OrderSlots;
import java.util.Arrays;

/**
 * Our own orders inside the simulated exchange: messages on their way, in order of arrival, and what is known of orders that
 * are not done. A session keeps its order, so a later message never overtakes an earlier one.
 */
final class DeskOrders {

    enum Kind {
        SUBMIT(1),
        CANCEL(2),
        AMEND(3);

        private final long code;

        Kind(long code) {
            this.code = code;
        }

        private static Kind of(long code) {
            return code == SUBMIT.code ? SUBMIT : code == CANCEL.code ? CANCEL : AMEND;
        }
    }

    private static final int FIRST_CAPACITY = 64;

    /** Columns of a message: kind, order, instrument, side and kind of order, lots, limit, arrival. */
    private static final int WIDTH = 7;

    private static final int BUY_FLAG = 1;
    private static final int IMMEDIATE_FLAG = 2;
    private static final int POST_ONLY_FLAG = 4;
    private static final int WHOLE_FLAG = 8;

    private long[] messages = new long[FIRST_CAPACITY * WIDTH];
    private int first;
    private int count;
    private long lastArrivalNanos;

    private final OrderSlots places = new OrderSlots(FIRST_CAPACITY);
    private long[] orderId = new long[FIRST_CAPACITY];
    private int[] instrument = new int[FIRST_CAPACITY];
    private long[] lots = new long[FIRST_CAPACITY];
    private long[] filled = new long[FIRST_CAPACITY];
    private boolean[] postOnly = new boolean[FIRST_CAPACITY];
    private int orders;
    private long highestId;

    void send(
            Kind kind,
            long order,
            int orderInstrument,
            Side side,
            BookEntry entry,
            long orderLots,
            long limitTicks,
            long arrivalNanos) {
        if (count * WIDTH == messages.length) {
            growMessages();
        }
        int at = (first + count++) * WIDTH % messages.length;
        lastArrivalNanos = Math.max(lastArrivalNanos, arrivalNanos);
        messages[at] = kind.code;
        messages[at + 1] = order;
        messages[at + 2] = orderInstrument;
        messages[at + 3] = (side == Side.BUY ? BUY_FLAG : 0) | flag(entry);
        messages[at + 4] = orderLots;
        messages[at + 5] = limitTicks;
        messages[at + 6] = lastArrivalNanos;
    }

    private void growMessages() {
        long[] grown = new long[messages.length * 2];
        for (int i = 0; i < count * WIDTH; i++) {
            grown[i] = messages[(first * WIDTH + i) % messages.length];
        }
        messages = grown;
        first = 0;
    }

    /** When the next message arrives, {@link Long#MAX_VALUE} if none is on its way. */
    long nextArrivalNanos() {
        return count == 0 ? Long.MAX_VALUE : head(6);
    }

    Kind kind() {
        return Kind.of(head(0));
    }

    long order() {
        return head(1);
    }

    int messageInstrument() {
        return (int) head(2);
    }

    Side side() {
        return (head(3) & BUY_FLAG) != 0 ? Side.BUY : Side.SELL;
    }

    BookEntry entry() {
        return entry(head(3));
    }

    private static int flag(BookEntry entry) {
        return switch (entry) {
            case REST -> 0;
            case POST_ONLY -> POST_ONLY_FLAG;
            case IMMEDIATE_OR_CANCEL -> IMMEDIATE_FLAG;
            case FILL_OR_KILL -> WHOLE_FLAG;
        };
    }

    private static BookEntry entry(long flags) {
        if ((flags & POST_ONLY_FLAG) != 0) {
            return BookEntry.POST_ONLY;
        }
        if ((flags & WHOLE_FLAG) != 0) {
            return BookEntry.FILL_OR_KILL;
        }
        return (flags & IMMEDIATE_FLAG) != 0 ? BookEntry.IMMEDIATE_OR_CANCEL : BookEntry.REST;
    }

    long messageLots() {
        return head(4);
    }

    long limitTicks() {
        return head(5);
    }

    private long head(int column) {
        return messages[first * WIDTH + column];
    }

    void dropHead() {
        first = (first + 1) % (messages.length / WIDTH);
        count--;
    }

    void open(long order, int orderInstrument, long orderLots, boolean mayOnlyRest) {
        if (orders == orderId.length) {
            int capacity = orders * 2;
            orderId = Arrays.copyOf(orderId, capacity);
            instrument = Arrays.copyOf(instrument, capacity);
            lots = Arrays.copyOf(lots, capacity);
            filled = Arrays.copyOf(filled, capacity);
            postOnly = Arrays.copyOf(postOnly, capacity);
        }
        orderId[orders] = order;
        instrument[orders] = orderInstrument;
        lots[orders] = orderLots;
        filled[orders] = 0;
        postOnly[orders] = mayOnlyRest;
        places.put(order, orders);
        orders++;
        highestId = Math.max(highestId, order);
    }

    /** Place of an order that is not done, {@link OrderSlots#NONE} otherwise. */
    int find(long order) {
        return places.find(order);
    }

    /** Whether an order of this number was here once: the engine counts them up. */
    boolean wasHere(long order) {
        return order <= highestId;
    }

    int instrumentAt(int at) {
        return instrument[at];
    }

    boolean isPostOnlyAt(int at) {
        return postOnly[at];
    }

    long filledAt(int at) {
        return filled[at];
    }

    long openLotsAt(int at) {
        return lots[at] - filled[at];
    }

    void resize(int at, long newLots) {
        lots[at] = newLots;
    }

    void fill(int at, long filledLots) {
        filled[at] += filledLots;
    }

    /** Forgets an order; the last one moves into its place. */
    void close(int at) {
        orders--;
        places.remove(orderId[at]);
        if (at != orders) {
            places.remove(orderId[orders]);
            places.put(orderId[orders], at);
        }
        orderId[at] = orderId[orders];
        instrument[at] = instrument[orders];
        lots[at] = lots[orders];
        filled[at] = filled[orders];
        postOnly[at] = postOnly[orders];
    }

    void save(StateWriter out) {
        out.putInt(count);
        for (int i = 0; i < count * WIDTH; i++) {
            out.putLong(messages[(first * WIDTH + i) % messages.length]);
        }
        out.putLong(lastArrivalNanos);
        out.putLong(highestId);
        out.putInt(orders);
        for (int at = 0; at < orders; at++) {
            out.putLong(orderId[at]);
            out.putInt(instrument[at]);
            out.putLong(lots[at]);
            out.putLong(filled[at]);
            out.putBoolean(postOnly[at]);
        }
    }

    void load(StateReader in) {
        count = in.getInt();
        first = 0;
        while (messages.length < count * WIDTH) {
            messages = new long[messages.length * 2];
        }
        for (int i = 0; i < count * WIDTH; i++) {
            messages[i] = in.getLong();
        }
        lastArrivalNanos = in.getLong();
        long savedHighest = in.getLong();
        int savedOrders = in.getInt();
        orders = 0;
        places.clear();
        for (int at = 0; at < savedOrders; at++) {
            open(in.getLong(), in.getInt(), in.getLong(), false);
            filled[at] = in.getLong();
            postOnly[at] = in.getBoolean();
        }
        highestId = savedHighest;
    }
}
