package io.sextant.execution.paper;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;

/** Requests on their way to the venue, first in first out. The ring grows when it must and its requests are reused. */
final class PendingRequests {

    enum Kind {
        SUBMIT,
        CANCEL,
        AMEND
    }

    private static final int FIRST_CAPACITY = 64;

    /** Fields that a kind does not need keep what they had. */
    static final class Request {
        long dueNanos;
        Kind kind = Kind.SUBMIT;
        long orderId;
        int instrument;
        Side side = Side.BUY;
        BookEntry entry = BookEntry.REST;
        long lots;
        long limitTicks;
    }

    private Request[] ring = fresh(FIRST_CAPACITY);
    private int head;
    private int size;

    private static Request[] fresh(int capacity) {
        Request[] requests = new Request[capacity];
        for (int i = 0; i < capacity; i++) {
            requests[i] = new Request();
        }
        return requests;
    }

    boolean isEmpty() {
        return size == 0;
    }

    Request first() {
        return ring[head];
    }

    /** The request stays as it is until the next one is added. */
    Request removeFirst() {
        Request request = ring[head];
        head = (head + 1) & (ring.length - 1);
        size--;
        return request;
    }

    Request add(long dueNanos, Kind kind, long orderId) {
        if (size == ring.length - 1) {
            Request[] larger = fresh(2 * ring.length);
            for (int i = 0; i < size; i++) {
                larger[i] = ring[(head + i) & (ring.length - 1)];
            }
            ring = larger;
            head = 0;
        }
        Request request = ring[(head + size) & (ring.length - 1)];
        size++;
        request.dueNanos = dueNanos;
        request.kind = kind;
        request.orderId = orderId;
        return request;
    }

    void save(StateWriter out) {
        out.putInt(size);
        for (int i = 0; i < size; i++) {
            Request request = ring[(head + i) & (ring.length - 1)];
            out.putLong(request.dueNanos);
            out.putString(request.kind.name());
            out.putLong(request.orderId);
            if (request.kind == Kind.SUBMIT) {
                out.putInt(request.instrument);
                out.putBoolean(request.side == Side.BUY);
                out.putString(request.entry.name());
            }
            if (request.kind != Kind.CANCEL) {
                out.putLong(request.lots);
                out.putLong(request.limitTicks);
            }
        }
    }

    void load(StateReader in) {
        head = 0;
        size = 0;
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            Request request = add(in.getLong(), Kind.valueOf(in.getString()), in.getLong());
            if (request.kind == Kind.SUBMIT) {
                request.instrument = in.getInt();
                request.side = in.getBoolean() ? Side.BUY : Side.SELL;
                request.entry = BookEntry.valueOf(in.getString());
            }
            if (request.kind != Kind.CANCEL) {
                request.lots = in.getLong();
                request.limitTicks = in.getLong();
            }
        }
    }
}
