package io.sextant.execution.gate;

/** New terms for a working order that passed every rule; only the gate makes one. {@code lots} is the new total quantity. */
public final class CheckedAmend {

    private final long orderId;
    private final long lots;
    private final long limitTicks;

    CheckedAmend(long orderId, long lots, long limitTicks) {
        this.orderId = orderId;
        this.lots = lots;
        this.limitTicks = limitTicks;
    }

    public long orderId() {
        return orderId;
    }

    public long lots() {
        return lots;
    }

    public long limitTicks() {
        return limitTicks;
    }
}
