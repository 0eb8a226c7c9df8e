package io.sextant.engine.testing;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.execution.Reconciliation;
import io.sextant.execution.Venue;
import io.sextant.execution.VenueListener;
import io.sextant.execution.gate.CheckedAmend;
import io.sextant.execution.gate.CheckedOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A venue that answers as a test tells it: at once or late, with a fill, with nothing but a place in the book, or with a no. */
public final class ScriptedVenue implements Venue, Reconciliation {

    private static final long RESTS = 0;

    private record Answer(long dueNanos, Runnable says) {}

    private final Deque<Answer> waiting = new ArrayDeque<>();
    private @Nullable VenueListener connected;
    private long trades;
    private long latencyNanos;
    private long fillTicks = RESTS;
    private boolean rejects;
    private boolean keepsOrders;
    private VenueTrust trust = VenueTrust.AGREED;

    /** From now on answers take so long. */
    public void answersAfter(long nanos) {
        latencyNanos = nanos;
    }

    /** From now on every order is filled whole at this price. */
    public void fillsAt(long ticks) {
        fillTicks = ticks;
        rejects = false;
    }

    /** From now on every order rests. */
    public void letsRest() {
        fillsAt(RESTS);
    }

    /** From now on every order is rejected. */
    public void rejects() {
        rejects = true;
    }

    /** Whether it says no to cancels from now on. */
    public void keepsOrders(boolean keeps) {
        keepsOrders = keeps;
    }

    /** Tells of a fill before everything else that it has to tell. */
    public void fill(long orderId, long lots, long ticks, long nowNanos) {
        long trade = ++trades;
        waiting.addFirst(new Answer(nowNanos, () -> listener().onFill(orderId, trade, nowNanos, ticks, lots, true)));
    }

    public void trust(VenueTrust now) {
        trust = now;
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public void connect(VenueListener listener) {
        connected = listener;
    }

    @Override
    public void submit(CheckedOrder order, long nowNanos) {
        long due = nowNanos + latencyNanos;
        long id = order.orderId();
        if (rejects) {
            answer(due, () -> listener().onRejected(id, due, RefusalCode.VENUE_REFUSED));
            return;
        }
        long ticks = fillTicks;
        answer(due, () -> {
            listener().onAccepted(id, due);
            if (ticks != RESTS) {
                listener().onFill(id, ++trades, due, ticks, order.lots(), false);
            }
        });
    }

    @Override
    public void cancel(long orderId, long nowNanos) {
        long due = nowNanos + latencyNanos;
        if (keepsOrders) {
            answer(due, () -> listener().onCancelRejected(orderId, due, RefusalCode.VENUE_REFUSED));
        } else {
            answer(due, () -> listener().onCancelled(orderId, due));
        }
    }

    @Override
    public void amend(CheckedAmend amend, long nowNanos) {
        long due = nowNanos + latencyNanos;
        answer(due, () -> listener().onAmended(amend.orderId(), due, amend.lots(), amend.limitTicks()));
    }

    private void answer(long dueNanos, Runnable says) {
        waiting.addLast(new Answer(dueNanos, says));
    }

    @Override
    public long nextNanos() {
        return waiting.isEmpty() ? Long.MAX_VALUE : waiting.getFirst().dueNanos();
    }

    @Override
    public void step() {
        waiting.removeFirst().says().run();
    }

    @Override
    public VenueTrust trust() {
        return trust;
    }

    @Override
    public String reason() {
        return trust == VenueTrust.AGREED ? "" : "as the test says";
    }

    @Override
    public void save(StateWriter out) {}

    @Override
    public void load(StateReader in) {}

    @Override
    public void close() {}

    private VenueListener listener() {
        return Objects.requireNonNull(connected);
    }
}
