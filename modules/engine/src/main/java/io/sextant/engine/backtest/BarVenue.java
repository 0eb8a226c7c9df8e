package io.sextant.engine.backtest;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.RefusalCode;
import io.sextant.execution.ChargingVenue;
import io.sextant.execution.Venue;
import io.sextant.execution.VenueListener;
import io.sextant.execution.gate.CheckedAmend;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.marketdata.MarketSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills orders at the prices of bars. One that arrives with a price trades at it; one that arrives later waits for the next price of its model, an
 * open or any point of the path. Who trades at once pays spread, slippage and impact; who rests is filled at his limit once the price goes
 * through it, a touch being too little, or at an open that is beyond it.
 */
final class BarVenue implements Venue, MarketSink, ChargingVenue {

    private final long latencyNanos;
    private final PriceCosts costs;
    private final BarFeed feed;
    private final @Nullable TieredFees tiers;
    private final List<Working> working = new ArrayList<>();
    private final long[] lastTicks;
    private final long[] lastNanos;
    private @Nullable VenueListener connected;
    private @Nullable Charge charge;
    private long lastTradeId;
    private long nextNanos = Long.MAX_VALUE;

    /** An order on its way here or in the book, or a cancel of one. */
    private static final class Working {
        private long orderId;
        private int instrument;
        private Side side = Side.BUY;
        private BookEntry entry = BookEntry.REST;
        private long lots;
        private long limitTicks;
        private long arrivesNanos;
        private long cancelNanos = Long.MAX_VALUE;
        private boolean rests;
        /** The newest price that it was held against. */
        private long seenNanos = Long.MIN_VALUE;
    }

    BarVenue(long latencyNanos, PriceCosts costs, BarFeed feed, @Nullable TieredFees tiers) {
        this.latencyNanos = latencyNanos;
        this.costs = costs;
        this.feed = feed;
        this.tiers = tiers;
        lastTicks = new long[feed.instruments().size()];
        lastNanos = new long[lastTicks.length];
        Arrays.fill(lastNanos, Long.MIN_VALUE);
    }

    @Override
    public String name() {
        return "bars of the past";
    }

    @Override
    public void connect(VenueListener listener) {
        connected = listener;
    }

    @Override
    public void chargeTo(Charge to) {
        charge = to;
    }

    @Override
    public void submit(CheckedOrder order, long nowNanos) {
        Working one = new Working();
        one.orderId = order.orderId();
        one.instrument = order.instrument();
        one.side = order.side();
        one.entry = order.entry();
        one.lots = order.lots();
        one.limitTicks = order.limitTicks();
        one.arrivesNanos = nowNanos + latencyNanos(order.instrument());
        working.add(one);
        findNext();
    }

    @Override
    public void cancel(long orderId, long nowNanos) {
        for (Working one : working) {
            if (one.orderId == orderId) {
                one.cancelNanos = Math.min(one.cancelNanos, nowNanos + latencyNanos(one.instrument));
                findNext();
                return;
            }
        }
        Working gone = new Working();
        gone.orderId = orderId;
        gone.lots = 0;
        gone.cancelNanos = nowNanos + latencyNanos;
        gone.arrivesNanos = Long.MAX_VALUE;
        working.add(gone);
        findNext();
    }

    /** Strategies cancel and ask anew. */
    @Override
    public void amend(CheckedAmend amend, long nowNanos) {
        throw new IllegalStateException("no order over the past is amended");
    }

    @Override
    public long nextNanos() {
        return nextNanos;
    }

    private void findNext() {
        nextNanos = Long.MAX_VALUE;
        for (int i = 0; i < working.size(); i++) {
            nextNanos = Math.min(nextNanos, dueNanos(working.get(i)));
        }
    }

    /** When something happens to the order by what is known now. */
    private long dueNanos(Working one) {
        long price = lastNanos[one.instrument];
        boolean canFill = price >= one.arrivesNanos && price > one.seenNanos && feed.isTradable(one.instrument);
        boolean entersBook = !one.rests && !one.entry.isImmediate() && one.arrivesNanos != Long.MAX_VALUE;
        long due = canFill ? price : entersBook ? one.arrivesNanos : Long.MAX_VALUE;
        return Math.min(due, one.cancelNanos);
    }

    /** What ends the run is done at its last open, however late orders are. */
    private long latencyNanos(int instrument) {
        return feed.isAtLastOpen(instrument) ? 0 : latencyNanos;
    }

    @Override
    public void step() {
        long now = nextNanos;
        for (int i = 0; i < working.size(); i++) {
            Working one = working.get(i);
            if (dueNanos(one) == now) {
                if (act(one, now)) {
                    working.remove(i);
                }
                break;
            }
        }
        findNext();
    }

    /** True where the order is over. */
    private boolean act(Working one, long now) {
        if (one.cancelNanos <= now) {
            if (one.lots == 0) {
                listener().onCancelRejected(one.orderId, now, RefusalCode.ORDER_ALREADY_DONE);
            } else {
                listener().onCancelled(one.orderId, now);
            }
            return true;
        }
        long price = lastNanos[one.instrument];
        boolean hasPrice = price >= one.arrivesNanos && price > one.seenNanos && feed.isTradable(one.instrument);
        boolean isNew = !one.rests;
        if (isNew) {
            listener().onAccepted(one.orderId, now);
            one.rests = true;
        }
        if (!hasPrice) {
            return false;
        }
        one.seenNanos = price;
        return isNew ? takeOrRest(one, now) : fillResting(one, now);
    }

    private boolean takeOrRest(Working one, long now) {
        long last = lastTicks[one.instrument];
        long taken = costs.ticks(one.instrument, one.side, one.lots, last);
        boolean within = one.side == Side.BUY ? taken <= one.limitTicks : taken >= one.limitTicks;
        if (within && one.entry != BookEntry.POST_ONLY) {
            fill(one, taken, false, now);
            return true;
        }
        if (one.entry.isImmediate()) {
            listener().onCancelled(one.orderId, now);
            return true;
        }
        return false;
    }

    private boolean fillResting(Working one, long now) {
        long last = lastTicks[one.instrument];
        boolean through = one.side == Side.BUY ? last < one.limitTicks : last > one.limitTicks;
        if (through) {
            fill(one, feed.isAtOpen(one.instrument) ? last : one.limitTicks, true, now);
        }
        return through;
    }

    private void fill(Working one, long ticks, boolean maker, long now) {
        if (tiers != null && charge != null) {
            charge.of(tiers.currency(), tiers.feeUnits(one.instrument, ticks, one.lots, maker, now));
        }
        listener().onFill(one.orderId, ++lastTradeId, now, ticks, one.lots, maker);
    }

    private VenueListener listener() {
        if (connected == null) {
            throw new IllegalStateException("a venue is connected before it is used");
        }
        return connected;
    }

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
        lastTicks[instrument] = priceTicks;
        lastNanos[instrument] = timeNanos;
        if (!working.isEmpty()) {
            findNext();
        }
    }

    @Override
    public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {}

    @Override
    public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {}

    @Override
    public void onHeadline(Headline headline) {}

    @Override
    public void onStatus(FeedStatus status, String detail) {}

    @Override
    public void save(StateWriter out) {
        out.putLongs(lastTicks, lastTicks.length);
        out.putLong(lastTradeId);
        out.putInt(working.size());
    }

    @Override
    public void load(StateReader in) {
        throw new IllegalStateException("a run over the past is begun anew, not continued");
    }

    @Override
    public void close() {}
}
