package io.sextant.execution.paper;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.RefusalCode;
import io.sextant.execution.Venue;
import io.sextant.execution.VenueListener;
import io.sextant.execution.gate.CheckedAmend;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.paper.PendingRequests.Kind;
import io.sextant.execution.paper.PendingRequests.Request;
import io.sextant.marketdata.MarketSink;
import org.jspecify.annotations.Nullable;

/**
 * Fills our orders from somebody else's market by where they would stand in its queues. Requests arrive after a fixed
 * latency; answers come at once.
 *
 * <ul>
 *   <li>On arrival an order takes what is shown within its limit, level by level; an immediate one then ends, any other joins
 *       its level behind all that is shown there.
 *   <li>A trade at its level against its side uses up what is ahead of it and then fills it. A level that shrinks without a
 *       trade lost orders from anywhere in it: what is ahead shrinks in proportion, the linear case of Rigtorp's
 *       <em>Estimating order queue position</em> (2013), rounded against us. Newcomers join behind.
 *   <li>A price that trades or is offered through its limit fills it whole; one that meets it fills it with what newly came.
 *   <li>An order amended to less at the same price keeps its place, any other amend joins the end.
 * </ul>
 *
 * The market does not react to us, and our orders do not trade with each other; what we took of a level stays taken until that
 * level is gone. A feed reports a trade before what it left of the level, as the feeds of this house do. Where the feed shows
 * nothing, what is ahead counts as unknown and no trade at that price fills us until the level was seen.
 */
public final class PaperVenue implements Venue, MarketSink {

    private final long latencyNanos;
    private final WatchedBooks books;
    private final PaperOrders orders;
    private final PendingRequests pending = new PendingRequests();

    private @Nullable VenueListener connected;
    private long lastTradeId;
    private long highestOrderId;

    public PaperVenue(int instruments, long latencyNanos) {
        if (latencyNanos < 0) {
            throw new IllegalArgumentException("a latency is never negative, was " + latencyNanos);
        }
        this.latencyNanos = latencyNanos;
        books = new WatchedBooks(instruments);
        orders = new PaperOrders(instruments, RiskGate.MAX_WORKING_ORDERS);
    }

    @Override
    public String name() {
        return "paper";
    }

    @Override
    public void connect(VenueListener listener) {
        connected = listener;
    }

    @Override
    public void submit(CheckedOrder order, long nowNanos) {
        Request request = pending.add(nowNanos + latencyNanos, Kind.SUBMIT, order.orderId());
        request.instrument = order.instrument();
        request.side = order.side();
        request.entry = order.entry();
        request.lots = order.lots();
        request.limitTicks = order.limitTicks();
    }

    @Override
    public void cancel(long orderId, long nowNanos) {
        pending.add(nowNanos + latencyNanos, Kind.CANCEL, orderId);
    }

    @Override
    public void amend(CheckedAmend amend, long nowNanos) {
        Request request = pending.add(nowNanos + latencyNanos, Kind.AMEND, amend.orderId());
        request.lots = amend.lots();
        request.limitTicks = amend.limitTicks();
    }

    @Override
    public long nextNanos() {
        return pending.isEmpty() ? Long.MAX_VALUE : pending.first().dueNanos;
    }

    @Override
    public void step() {
        Request request = pending.removeFirst();
        switch (request.kind) {
            case SUBMIT -> arrive(request);
            case CANCEL -> cancelArrived(request.orderId, request.dueNanos);
            case AMEND -> amendArrived(request);
        }
    }

    private void arrive(Request request) {
        highestOrderId = Math.max(highestOrderId, request.orderId);
        if (orders.isFull()) {
            listener().onRejected(request.orderId, request.dueNanos, RefusalCode.TOO_MANY_ORDERS);
            return;
        }
        PaperOrder order = orders.take();
        order.begin(request.orderId, request.instrument, request.side, request.entry, request.lots, request.limitTicks);
        RefusalCode why = whyTurnedAway(order);
        if (why != null) {
            orders.release(order);
            listener().onRejected(request.orderId, request.dueNanos, why);
            return;
        }
        listener().onAccepted(order.orderId, request.dueNanos);
        takeThenRest(order, request.dueNanos);
    }

    /** Null when the order may enter the book. */
    private @Nullable RefusalCode whyTurnedAway(PaperOrder order) {
        if (order.entry.isImmediate() && books.levels(order.instrument, order.side.opposite()) == 0) {
            return RefusalCode.EMPTY_BOOK;
        }
        return switch (order.entry) {
            case REST, IMMEDIATE_OR_CANCEL -> null;
            case POST_ONLY -> shownWithin(order, order.limitTicks, 1) > 0 ? RefusalCode.WOULD_TAKE : null;
            case FILL_OR_KILL ->
                shownWithin(order, order.limitTicks, order.lots) < order.lots ? RefusalCode.NOT_WHOLE : null;
        };
    }

    /** Lots that the order could take at {@code limitTicks}, counted no further than {@code enough}. */
    private long shownWithin(PaperOrder order, long limitTicks, long enough) {
        Side other = order.side.opposite();
        int levels = books.levels(order.instrument, other);
        long lots = 0;
        for (int level = 0; level < levels && lots < enough; level++) {
            long ticks = books.priceTicks(order.instrument, other, level);
            if (order.side == Side.BUY ? ticks > limitTicks : ticks < limitTicks) {
                return lots;
            }
            lots += books.availableLots(order.instrument, other, level);
        }
        return lots;
    }

    private void takeThenRest(PaperOrder order, long nowNanos) {
        takeShown(order, nowNanos);
        if (order.remainingLots() == 0) {
            orders.release(order);
        } else if (order.entry.isImmediate()) {
            listener().onCancelled(order.orderId, nowNanos);
            orders.release(order);
        } else {
            order.aheadLots = books.isOutOfSight(order.instrument, order.side, order.limitTicks)
                    ? PaperOrder.UNKNOWN
                    : books.shownLots(order.instrument, order.side, order.limitTicks);
            orders.rest(order);
        }
    }

    private void takeShown(PaperOrder order, long nowNanos) {
        Side other = order.side.opposite();
        int levels = books.levels(order.instrument, other);
        for (int level = 0; level < levels && order.remainingLots() > 0; level++) {
            long ticks = books.priceTicks(order.instrument, other, level);
            if (order.advantageOver(ticks) < 0) {
                return;
            }
            long lots = Math.min(order.remainingLots(), books.availableLots(order.instrument, other, level));
            if (lots > 0) {
                books.take(order.instrument, other, ticks, lots);
                fill(order, nowNanos, ticks, lots, false);
            }
        }
    }

    private void cancelArrived(long orderId, long nowNanos) {
        PaperOrder order = orders.find(orderId);
        if (order == null) {
            listener().onCancelRejected(orderId, nowNanos, whyMissing(orderId));
            return;
        }
        end(order);
        listener().onCancelled(orderId, nowNanos);
    }

    private void amendArrived(Request request) {
        PaperOrder order = orders.find(request.orderId);
        if (order == null) {
            listener().onAmendRejected(request.orderId, request.dueNanos, whyMissing(request.orderId));
            return;
        }
        if (request.lots <= order.filledLots) {
            listener().onAmendRejected(request.orderId, request.dueNanos, RefusalCode.BELOW_FILLED);
            return;
        }
        if (order.entry == BookEntry.POST_ONLY
                && request.limitTicks != order.limitTicks
                && shownWithin(order, request.limitTicks, 1) > 0) {
            listener().onAmendRejected(request.orderId, request.dueNanos, RefusalCode.WOULD_TAKE);
            return;
        }
        boolean keepsItsPlace = request.limitTicks == order.limitTicks && request.lots <= order.lots;
        order.lots = request.lots;
        order.limitTicks = request.limitTicks;
        listener().onAmended(order.orderId, request.dueNanos, order.lots, order.limitTicks);
        if (!keepsItsPlace) {
            orders.leave(order);
            takeThenRest(order, request.dueNanos);
        }
    }

    private RefusalCode whyMissing(long orderId) {
        return orderId <= highestOrderId ? RefusalCode.ORDER_ALREADY_DONE : RefusalCode.UNKNOWN_ORDER;
    }

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
        if (lots <= 0) {
            return;
        }
        fillThrough(instrument, aggressor, timeNanos, priceTicks);
        Side hit = aggressor.opposite();
        fillByTrade(instrument, hit, timeNanos, priceTicks, lots);
        long shown = books.shownLots(instrument, hit, priceTicks);
        if (shown > 0) {
            books.level(instrument, hit, priceTicks, Math.max(0, shown - lots));
        }
    }

    /** Volume meets the market's lots ahead of an order, that order, those behind it, our next order, and so on. */
    private void fillByTrade(int instrument, Side side, long nowNanos, long priceTicks, long lots) {
        long oursFilled = 0;
        PaperOrder order = orders.first(instrument, side);
        while (order != null) {
            PaperOrder after = order.next;
            int better = order.advantageOver(priceTicks);
            if (better > 0) {
                fillResting(order, nowNanos, order.remainingLots());
            } else if (better == 0 && order.aheadLots != PaperOrder.UNKNOWN) {
                long volume = lots - oursFilled;
                long reached = Math.min(order.remainingLots(), volume - order.aheadLots);
                order.aheadLots = Math.max(0, order.aheadLots - volume);
                if (reached > 0) {
                    oursFilled += reached;
                    fillResting(order, nowNanos, reached);
                }
            }
            order = after;
        }
    }

    private void fillThrough(int instrument, Side side, long nowNanos, long priceTicks) {
        PaperOrder order = orders.first(instrument, side);
        while (order != null) {
            PaperOrder after = order.next;
            if (order.advantageOver(priceTicks) > 0) {
                fillResting(order, nowNanos, order.remainingLots());
            }
            order = after;
        }
    }

    @Override
    public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        long shown = books.shownLots(instrument, side, priceTicks);
        books.level(instrument, side, priceTicks, lots);
        level(instrument, timeNanos, side, priceTicks, shown, lots);
    }

    @Override
    public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
        best(instrument, timeNanos, Side.BUY, bidTicks, bidLots);
        best(instrument, timeNanos, Side.SELL, askTicks, askLots);
    }

    private void best(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        long shown = lots == 0 ? 0 : books.shownLots(instrument, side, priceTicks);
        books.best(instrument, side, priceTicks, lots);
        if (lots == 0) {
            return;
        }
        for (PaperOrder order = orders.first(instrument, side); order != null; order = order.next) {
            if (order.advantageOver(priceTicks) > 0) {
                order.aheadLots = 0;
            }
        }
        level(instrument, timeNanos, side, priceTicks, shown, lots);
    }

    private void level(int instrument, long timeNanos, Side side, long priceTicks, long shown, long lots) {
        if (lots != shown || lots == 0) {
            moveQueue(instrument, side, priceTicks, shown, lots);
        }
        if (lots > shown) {
            meet(instrument, timeNanos, side, priceTicks, lots - shown);
        }
    }

    private void moveQueue(int instrument, Side side, long priceTicks, long shown, long lots) {
        boolean outOfSight = lots == 0 && books.isOutOfSight(instrument, side, priceTicks);
        for (PaperOrder order = orders.first(instrument, side); order != null; order = order.next) {
            if (order.advantageOver(priceTicks) != 0 || outOfSight) {
                continue;
            }
            if (lots < shown && order.aheadLots != PaperOrder.UNKNOWN) {
                order.aheadLots -= Decimals.multiplyDivideFloor(shown - lots, order.aheadLots, shown);
            }
            order.aheadLots = Math.min(order.aheadLots, lots);
        }
    }

    /** {@code lots} newly rest at a price that one of our orders on the other side would have traded with. */
    private void meet(int instrument, long nowNanos, Side side, long priceTicks, long lots) {
        long left = lots;
        PaperOrder order = orders.first(instrument, side.opposite());
        while (order != null) {
            PaperOrder after = order.next;
            int better = order.advantageOver(priceTicks);
            if (better > 0) {
                fillResting(order, nowNanos, order.remainingLots());
            } else if (better == 0 && left > 0) {
                long met = Math.min(order.remainingLots(), left);
                left -= met;
                books.take(instrument, side, priceTicks, met);
                fillResting(order, nowNanos, met);
            }
            order = after;
        }
    }

    private void fillResting(PaperOrder order, long nowNanos, long lots) {
        boolean whole = lots == order.remainingLots();
        fill(order, nowNanos, order.limitTicks, lots, true);
        if (whole) {
            end(order);
        }
    }

    private void fill(PaperOrder order, long nowNanos, long priceTicks, long lots, boolean maker) {
        order.filledLots += lots;
        lastTradeId++;
        listener().onFill(order.orderId, lastTradeId, nowNanos, priceTicks, lots, maker);
    }

    private void end(PaperOrder order) {
        orders.leave(order);
        orders.release(order);
    }

    @Override
    public void onHeadline(Headline headline) {
        // News moves this venue only through prices.
    }

    /** A feed that lost touch shows nothing that could be traded on. */
    @Override
    public void onStatus(FeedStatus status, String detail) {
        switch (status) {
            case DISCONNECTED, ENDED -> books.clear();
            case CONNECTED, POLLING, STALE -> {}
        }
    }

    @Override
    public void save(StateWriter out) {
        out.putLong(lastTradeId);
        out.putLong(highestOrderId);
        books.save(out);
        orders.save(out);
        pending.save(out);
    }

    @Override
    public void load(StateReader in) {
        lastTradeId = in.getLong();
        highestOrderId = in.getLong();
        books.load(in);
        orders.load(in);
        pending.load(in);
    }

    @Override
    public void close() {}

    private VenueListener listener() {
        VenueListener listener = connected;
        if (listener == null) {
            throw new IllegalStateException("the venue is used before it is connected");
        }
        return listener;
    }
}
