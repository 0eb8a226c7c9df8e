package io.sextant.execution.gate;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;

/**
 * An order that passed every rule. Only the gate makes one, so a venue that takes nothing else cannot be given an unchecked
 * order. Prices are ticks and quantities lots of the instrument at {@code instrument} in the catalog.
 */
public final class CheckedOrder {

    private final long orderId;
    private final int instrument;
    private final Side side;
    private final BookEntry entry;
    private final long lots;
    private final long limitTicks;
    private final OrderSource source;
    private final long doubledArrivalTicks;

    CheckedOrder(
            long orderId,
            int instrument,
            Side side,
            BookEntry entry,
            long lots,
            long limitTicks,
            OrderSource source,
            long doubledArrivalTicks) {
        this.orderId = orderId;
        this.instrument = instrument;
        this.side = side;
        this.entry = entry;
        this.lots = lots;
        this.limitTicks = limitTicks;
        this.source = source;
        this.doubledArrivalTicks = doubledArrivalTicks;
    }

    public long orderId() {
        return orderId;
    }

    public int instrument() {
        return instrument;
    }

    public Side side() {
        return side;
    }

    public OrderSource source() {
        return source;
    }

    /** Twice the market's price when the gate was asked. */
    public long doubledArrivalTicks() {
        return doubledArrivalTicks;
    }

    public BookEntry entry() {
        return entry;
    }

    public long lots() {
        return lots;
    }

    /** The worst price; for a market order the edge of the gate's collar, so no order is ever without a limit. */
    public long limitTicks() {
        return limitTicks;
    }
}
