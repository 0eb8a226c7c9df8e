package io.sextant.execution.order;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Trail;
import io.sextant.execution.gate.HeldOrder;

/** The price that an order waits for, or waited for; nothing for an order that never did. Mutable and reused with its slot. */
final class SlotTrigger {

    private static final int NONE = 0;
    private static final int STOP = 1;
    private static final int STOP_LIMIT = 2;
    private static final int TRAILING = 3;

    private int kind = NONE;
    private long ticks;
    private long trailTicks;
    private int trailBps;

    void clear() {
        kind = NONE;
        ticks = 0;
        trailTicks = 0;
        trailBps = 0;
    }

    void set(HeldOrder order, OrderType type) {
        kind = switch (type) {
            case OrderType.Market _, OrderType.Limit _ -> NONE;
            case OrderType.Stop _ -> STOP;
            case OrderType.StopLimit _ -> STOP_LIMIT;
            case OrderType.TrailingStop _ -> TRAILING;
        };
        ticks = order.triggerTicks();
        trailTicks = order.trailTicks();
        trailBps = order.trailBps();
    }

    long ticks() {
        return ticks;
    }

    /** How far it moved; a trailing one is moved by the market alone. */
    long moveTo(long newTicks) {
        if (kind == TRAILING) {
            return 0;
        }
        long moved = newTicks - ticks;
        ticks = newTicks;
        return moved;
    }

    /** A trailing trigger follows a better price and never goes back. */
    void follow(Side side, long priceTicks) {
        if (kind == TRAILING) {
            long behind = HeldOrder.behind(side, priceTicks, trailTicks, trailBps);
            ticks = side == Side.SELL ? Math.max(ticks, behind) : Math.min(ticks, behind);
        }
    }

    boolean isReachedBy(Side side, long priceTicks) {
        return side == Side.SELL ? priceTicks <= ticks : priceTicks >= ticks;
    }

    OrderType type(Instrument terms, Side side, boolean market, long limitTicks) {
        return switch (kind) {
            case STOP -> new OrderType.Stop(terms.priceOf(ticks));
            case STOP_LIMIT -> new OrderType.StopLimit(terms.priceOf(ticks), terms.priceOf(limitTicks));
            case TRAILING ->
                new OrderType.TrailingStop(
                        trailBps > 0 ? new Trail.ByShare(trailBps) : new Trail.ByAmount(terms.priceOf(trailTicks)),
                        terms.priceOf(ticks));
            default -> market ? OrderType.market() : OrderType.limit(terms.priceOf(limitTicks));
        };
    }

    void save(StateWriter out) {
        out.putInt(kind);
        out.putLong(ticks);
        out.putLong(trailTicks);
        out.putInt(trailBps);
    }

    void load(StateReader in) {
        kind = in.getInt();
        ticks = in.getLong();
        trailTicks = in.getLong();
        trailBps = in.getInt();
    }
}
