package io.sextant.execution.gate;

import io.sextant.domain.market.Side;

/**
 * An order that passed every rule. Only the gate makes one, so a venue that takes nothing else cannot be given an unchecked
 * order. Prices are ticks and quantities lots of the instrument at {@code instrument} in the catalog.
 */
public final class CheckedOrder {

    private final long orderId;
    private final int instrument;
    private final Side side;
    private final boolean immediateOrCancel;
    private final long lots;
    private final long limitTicks;

    CheckedOrder(long orderId, int instrument, Side side, boolean immediateOrCancel, long lots, long limitTicks) {
        this.orderId = orderId;
        this.instrument = instrument;
        this.side = side;
        this.immediateOrCancel = immediateOrCancel;
        this.lots = lots;
        this.limitTicks = limitTicks;
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

    public boolean immediateOrCancel() {
        return immediateOrCancel;
    }

    public long lots() {
        return lots;
    }

    /** The worst price; for a market order the edge of the gate's collar, so no order is ever without a limit. */
    public long limitTicks() {
        return limitTicks;
    }
}
